/**
 * Proofs that take minutes: programs, each with a script under {@code deploy/proofs} that builds
 * and runs it. They end with status 1 when something is not as it must be.
 */
@NullMarked
package dev.codegraph.proofs;

import org.jspecify.annotations.NullMarked;
