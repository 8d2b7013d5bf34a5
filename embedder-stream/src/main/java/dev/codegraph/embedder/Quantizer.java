package dev.codegraph.embedder;

import dev.codegraph.schemas.ChunkVector;

/** One byte per component with a scale per vector: without a scale of its own much is lost. */
public final class Quantizer {
  private static final int MAX = 127;

  private Quantizer() {}

  /** The vector of an entity, quantised; an all-zero vector has scale 0. */
  static ChunkVector quantize(int entity, float[] vector) {
    float largest = 0;
    for (float component : vector) {
      largest = Math.max(largest, Math.abs(component));
    }
    byte[] bytes = new byte[vector.length];
    float scale = largest / MAX;
    if (scale > 0) {
      for (int i = 0; i < vector.length; i++) {
        bytes[i] = (byte) Math.round(vector[i] / scale);
      }
    }
    return new ChunkVector(entity, scale, bytes);
  }

  /** The components that a quantised vector stands for. */
  public static float[] restore(ChunkVector chunk) {
    float[] vector = new float[chunk.vector().length];
    for (int i = 0; i < vector.length; i++) {
      vector[i] = chunk.scale() * chunk.vector()[i];
    }
    return vector;
  }
}
