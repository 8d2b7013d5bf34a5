/**
 * JavaScript and TypeScript, with and without JSX: one walk over three grammars that share most of
 * their node types, and the manifests that module resolution depends on. The class to open first is
 * {@link dev.codegraph.parser.ecmascript.EcmaScriptIndexer}.
 */
@NullMarked
package dev.codegraph.parser.ecmascript;

import org.jspecify.annotations.NullMarked;
