/**
 * C and C++: {@link dev.codegraph.parser.cfamily.CFamilyIndexer} makes the facts of a source or
 * header file of either. Nothing is preprocessed: all branches of a condition count, macros are
 * entities, and their uses are references.
 */
@NullMarked
package dev.codegraph.parser.cfamily;

import org.jspecify.annotations.NullMarked;
