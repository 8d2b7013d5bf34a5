package dev.codegraph.schemas;

import java.util.List;

/**
 * The vectors of one content under one model.
 *
 * @param project Project key, id{@literal @}incarnation.
 * @param contentId Content id.
 * @param language Language on the wire.
 * @param model Model id; the dimension belongs to it.
 * @param recipe How entities become texts.
 * @param dimension Components of each vector.
 * @param chunks Vectors in entity order; empty when the content has no text to embed.
 */
public record ChunksEmbedded(
    String project,
    String contentId,
    String language,
    String model,
    String recipe,
    int dimension,
    List<ChunkVector> chunks) {}
