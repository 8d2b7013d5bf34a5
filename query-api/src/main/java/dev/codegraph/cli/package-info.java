/**
 * The commands that people type. All but {@code up} and {@code down} are clients of the REST API
 * and know nothing else of the service: what they show, every other client can have too. {@link
 * dev.codegraph.cli.CodegraphCommand} lists them.
 */
@NullMarked
package dev.codegraph.cli;

import org.jspecify.annotations.NullMarked;
