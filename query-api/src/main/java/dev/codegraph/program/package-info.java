/**
 * The program: one main class with two names, its roles, the processes it keeps alive, and the one
 * place that wires them, {@code Assembly}.
 */
@NullMarked
package dev.codegraph.program;

import org.jspecify.annotations.NullMarked;
