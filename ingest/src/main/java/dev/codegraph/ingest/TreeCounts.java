package dev.codegraph.ingest;

/**
 * How many paths a tree has.
 *
 * @param files Files, links and submodules.
 * @param candidates Those whose content decides whether they are sent.
 */
record TreeCounts(long files, long candidates) {}
