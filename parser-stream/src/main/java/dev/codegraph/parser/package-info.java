/**
 * The parsing stage: contents in, file facts out. A {@link dev.codegraph.parser.LanguageIndexer}
 * per language turns a syntax tree into {@link dev.codegraph.schemas.FileFacts}; the stage around
 * it puts limits on what bad input can cost.
 */
@NullMarked
package dev.codegraph.parser;

import org.jspecify.annotations.NullMarked;
