package dev.codegraph.embedder;

/** Turns texts into vectors of one dimension. Safe for several threads. */
public interface EmbeddingModel {
  /** Id of the model; a change of what it computes is a new id. */
  String id();

  /** Components of every vector. */
  int dimension();

  /**
   * The vector of a text.
   *
   * @param text Any text.
   * @return {@link #dimension()} components of length 1, or all zero for a text without tokens
   */
  float[] embed(String text);
}
