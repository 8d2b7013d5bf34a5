package dev.codegraph.graph;

import java.nio.file.Path;

/**
 * What the materializing stage is told.
 *
 * @param store Memory and threads of the state stores.
 * @param indexFolder Folder of the Lucene indexes.
 * @param linkThreads Threads that declare and link files, at least 1.
 * @param model Id of the embedding model in force; empty when vectors are off.
 */
public record MaterializerConfig(
    StoreConfig store, Path indexFolder, int linkThreads, String model) {}
