/**
 * The configuration: records that cannot be wrong, whose components are the table of all keys. From
 * that table come the parser of the file, the names of the environment variables, the list of keys
 * that {@code --help} points to, and what {@code --dry-run} prints. {@link
 * dev.codegraph.program.config.CodeGraphConfig} is the root, {@link
 * dev.codegraph.program.config.ConfigLoader} reads it. To add a key, add a component with its
 * {@link dev.codegraph.program.config.Setting} to the record of its section and use it.
 */
@NullMarked
package dev.codegraph.program.config;

import org.jspecify.annotations.NullMarked;
