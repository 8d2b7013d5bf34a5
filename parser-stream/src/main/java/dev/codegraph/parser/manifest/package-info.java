/**
 * Facts of build manifests, Dockerfiles, compose files and Kubernetes manifests: what a package is
 * called, what it declares to need, and which images, services and ports are named. Everything is
 * taken as it is written; nothing is executed, substituted or fetched. {@link
 * dev.codegraph.parser.manifest.ManifestFacts} is what all of them make their entities with.
 */
@NullMarked
package dev.codegraph.parser.manifest;

import org.jspecify.annotations.NullMarked;
