/**
 * The C# language: {@link dev.codegraph.parser.csharp.CSharpIndexer} makes the facts of a source
 * file. Declarations and members make entities, statements and patterns bind names, expressions
 * make references; {@link dev.codegraph.parser.csharp.CSharpWalk} holds them together.
 */
@NullMarked
package dev.codegraph.parser.csharp;

import org.jspecify.annotations.NullMarked;
