/**
 * The REST API: every answer is true for one revision of a view, which it names, and says whether
 * it is whole. START HERE: {@link dev.codegraph.query.QueryServer}; {@link
 * dev.codegraph.query.Routes} is the list of what can be asked.
 */
@NullMarked
package dev.codegraph.query;

import org.jspecify.annotations.NullMarked;
