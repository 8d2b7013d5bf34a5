package dev.codegraph.program.config;

/**
 * The {@code [vector]} section.
 *
 * @param enabled Whether contents are embedded.
 */
public record VectorConfig(
    @Setting(doc = "Whether contents are embedded for search by meaning.", value = "true")
        boolean enabled) {}
