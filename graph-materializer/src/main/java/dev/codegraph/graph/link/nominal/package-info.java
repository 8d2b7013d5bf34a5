/**
 * Linking for languages whose values have types with names: one machinery that resolves names,
 * follows bases and types, and decides references, and a {@link
 * dev.codegraph.graph.link.nominal.Dialect} for what a language does differently. START HERE:
 * {@link dev.codegraph.graph.link.nominal.NominalPolicy}. Everything outside of a file is learned
 * through the view of its project, so what is found is recorded there, and nothing is found by a
 * bare name alone: a space, a type or an import says where to look.
 */
@NullMarked
package dev.codegraph.graph.link.nominal;

import org.jspecify.annotations.NullMarked;
