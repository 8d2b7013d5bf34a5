/**
 * Linking of JavaScript and TypeScript, and of the manifests that decide where their modules are.
 * The class to open first is {@link dev.codegraph.graph.link.ecmascript.EcmaScriptPolicy}.
 */
@NullMarked
package dev.codegraph.graph.link.ecmascript;

import org.jspecify.annotations.NullMarked;
