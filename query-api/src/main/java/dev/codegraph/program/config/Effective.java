package dev.codegraph.program.config;

/**
 * The value of a key that is in force.
 *
 * @param value The value, as JSON would have it: text, number, flag or list.
 * @param source {@code flag}, {@code env}, {@code file} or {@code default}.
 */
public record Effective(Object value, String source) {}
