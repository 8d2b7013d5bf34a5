/** The whole pipeline under test: a broker, every stage, and questions over HTTP. */
@NullMarked
package dev.codegraph.pipeline;

import org.jspecify.annotations.NullMarked;
