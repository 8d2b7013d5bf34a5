/**
 * Source bytes in, one flat syntax tree out. tree-sitter parses in native code, the whole tree
 * comes back as one array of integers in preorder, and indexers walk that array. The class to open
 * first is {@link dev.codegraph.parser.syntax.SyntaxParser}. Everything that hostile input can
 * exhaust (work, CPU time, native memory, native stack, nodes) has a limit here and ends as a
 * {@link dev.codegraph.parser.syntax.ParseOutcome.Refused}.
 */
@NullMarked
package dev.codegraph.parser.syntax;

import org.jspecify.annotations.NullMarked;
