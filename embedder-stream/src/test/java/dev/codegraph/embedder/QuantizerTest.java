package dev.codegraph.embedder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.schemas.ChunkVector;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class QuantizerTest {
  @Test
  void losesAtMostHalfAStepOfAnyComponent() {
    Random random = new Random(3);
    for (int round = 0; round < 100; round++) {
      float[] vector = new float[64];
      float size = (float) Math.pow(10, random.nextInt(9) - 4);
      for (int i = 0; i < vector.length; i++) {
        vector[i] = (float) random.nextGaussian() * size;
      }
      ChunkVector chunk = Quantizer.quantize(7, vector);
      assertEquals(7, chunk.entity());
      float[] restored = Quantizer.restore(chunk);
      for (int i = 0; i < vector.length; i++) {
        assertEquals(vector[i], restored[i], chunk.scale() * 0.501, "component " + i);
      }
    }
  }

  @Test
  void usesTheWholeRangeOfAByteOnBothSides() {
    ChunkVector chunk = Quantizer.quantize(0, new float[] {2, -2, 1, 0});
    assertArrayEquals(new byte[] {127, -127, 64, 0}, chunk.vector());
  }

  @Test
  void aZeroVectorStaysZero() {
    ChunkVector chunk = Quantizer.quantize(0, new float[8]);
    assertEquals(0, chunk.scale());
    assertArrayEquals(new float[8], Quantizer.restore(chunk));
  }

  @Test
  void keepsTheAngleBetweenTexts() {
    HashingModel model = new HashingModel();
    float[] one = model.embed("open the file and read all lines");
    float[] other = model.embed("read lines of an open file");
    float[] oneRestored = Quantizer.restore(Quantizer.quantize(0, one));
    float[] otherRestored = Quantizer.restore(Quantizer.quantize(1, other));
    double exact = HashingModelTest.dot(one, other);
    assertTrue(exact > 0.2, "the texts share words: " + exact);
    assertEquals(exact, HashingModelTest.dot(oneRestored, otherRestored), 0.01);
  }
}
