package dev.codegraph.program.config;

/**
 * The {@code [webhooks]} section.
 *
 * @param githubSecret The secret that GitHub signs with; its pushes are refused while it is empty.
 * @param genericSecret The secret of generic payloads; unsigned ones are taken while it is empty.
 */
public record WebhooksConfig(
    @Setting(
            doc = "The secret that GitHub signs with; while it is empty its pushes are refused.",
            value = "",
            secret = true)
        String githubSecret,
    @Setting(
            doc = "The secret of generic payloads; while it is empty unsigned ones are taken.",
            value = "",
            secret = true)
        String genericSecret) {}
