package dev.codegraph.embedder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class HashingModelTest {
  private final HashingModel model = new HashingModel();

  static double dot(float[] one, float[] other) {
    double sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += (double) one[i] * other[i];
    }
    return sum;
  }

  @Test
  void vectorsHaveTheDimensionAndLengthOne() {
    for (String text : new String[] {"a", "openFile", "read all the lines of a file", "x x x x"}) {
      float[] vector = model.embed(text);
      assertEquals(model.dimension(), vector.length);
      assertEquals(1, dot(vector, vector), 1e-5, text);
    }
  }

  @Test
  void aTextWithoutTokensIsZero() {
    assertArrayEquals(new float[model.dimension()], model.embed(""));
    assertArrayEquals(new float[model.dimension()], model.embed(" { } -- "));
  }

  @Test
  void namesAreReadAsTheirWords() {
    assertArrayEquals(model.embed("open file reader"), model.embed("openFileReader"));
    assertArrayEquals(model.embed("open file reader"), model.embed("OPEN_FILE_READER"));
  }

  @Test
  void sharedWordsAreNearAndSharedPairsNearer() {
    float[] query = model.embed("delete user account");
    double samePairs = dot(query, model.embed("delete user account now"));
    double sameWords = dot(query, model.embed("account now user delete"));
    double nothing = dot(query, model.embed("render pixel shader"));
    assertTrue(samePairs > sameWords, samePairs + " " + sameWords);
    assertTrue(sameWords > nothing + 0.3, sameWords + " " + nothing);
  }

  /** A change of what it computes is a new id: vectors of both would be compared otherwise. */
  @Test
  void computesWhatItsIdStandsFor() {
    assertEquals("hashing-256", model.id());
    float[] vector = model.embed("openFile");
    StringBuilder components = new StringBuilder();
    for (int i = 0; i < vector.length; i++) {
      if (vector[i] != 0) {
        components.append(i).append('=').append(Math.round(vector[i] * 1000)).append(' ');
      }
    }
    assertEquals("18=-667 74=-333 150=-667", components.toString().strip());
  }
}
