package dev.codegraph.embedder;

import dev.codegraph.text.SubTokens;
import java.util.List;

/**
 * A baseline that has learned nothing: every sub-token and every pair of neighbours is hashed to
 * one signed component (feature hashing, Weinberger et al. 2009). Texts that share words have
 * similar vectors; meaning beyond that it does not know.
 */
public final class HashingModel implements EmbeddingModel {
  private static final int DIMENSION = 256;
  private static final float PAIR_WEIGHT = 0.5f;

  @Override
  public String id() {
    return "hashing-256";
  }

  @Override
  public int dimension() {
    return DIMENSION;
  }

  @Override
  public float[] embed(String text) {
    float[] vector = new float[DIMENSION];
    List<String> tokens = SubTokens.of(text);
    int previous = 0;
    for (int i = 0; i < tokens.size(); i++) {
      int hash = mix(tokens.get(i).hashCode());
      add(vector, hash, 1);
      if (i > 0) {
        add(vector, mix(previous * 31 + hash), PAIR_WEIGHT);
      }
      previous = hash;
    }
    double square = 0;
    for (float component : vector) {
      square += (double) component * component;
    }
    if (square > 0) {
      float scale = (float) (1 / Math.sqrt(square));
      for (int i = 0; i < DIMENSION; i++) {
        vector[i] *= scale;
      }
    }
    return vector;
  }

  private static void add(float[] vector, int hash, float weight) {
    vector[(hash >>> 1) & (DIMENSION - 1)] += (hash & 1) == 0 ? weight : -weight;
  }

  private static int mix(int value) {
    int hash = (value ^ (value >>> 16)) * 0x7FEB352D;
    hash = (hash ^ (hash >>> 15)) * 0x846CA68B;
    return hash ^ (hash >>> 16);
  }
}
