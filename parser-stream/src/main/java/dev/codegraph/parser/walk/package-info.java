/**
 * What the walks over syntax trees share, whatever the language: a tree seen through an enum of
 * node kinds, where the walk stands and what is bound there, complexity, and comments that
 * document. Language packages hold only what is particular to a language.
 */
@NullMarked
package dev.codegraph.parser.walk;

import org.jspecify.annotations.NullMarked;
