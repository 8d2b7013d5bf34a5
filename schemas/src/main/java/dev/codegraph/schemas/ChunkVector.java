package dev.codegraph.schemas;

/**
 * The vector of one chunk, quantised to one byte per dimension with a scale of its own.
 *
 * @param entity Index of the entity in the facts of the content.
 * @param scale Value of one step: component = scale * byte.
 * @param vector Signed bytes, one per dimension.
 */
public record ChunkVector(int entity, float scale, byte[] vector) {}
