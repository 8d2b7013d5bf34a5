/**
 * The broker that comes with the program: a child process that runs Kafka in KRaft mode on the
 * loopback address, so that a fresh machine needs nothing beside the program, and the code that
 * creates and checks the topics on whatever broker is used. {@link
 * dev.codegraph.program.broker.EmbeddedBroker} is where to start reading.
 */
@NullMarked
package dev.codegraph.program.broker;

import org.jspecify.annotations.NullMarked;
