package dev.codegraph.program.config;

/**
 * The {@code [webhooks]} section.
 *
 * @param githubSecret The secret that GitHub signs with; pushes are refused while it is empty.
 */
public record WebhooksConfig(
    @Setting(
            doc = "The secret that pushes are signed with; while it is empty they are refused.",
            value = "",
            secret = true)
        String githubSecret) {}
