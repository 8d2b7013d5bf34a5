package dev.codegraph.embedder;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.codegraph.schemas.ChunkVector;
import dev.codegraph.schemas.ChunksEmbedded;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.FileParsed;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the vectors of a content. Equal texts under one model and recipe are embedded once as long
 * as the cache remembers them: most methods of a changed file are what they were.
 */
final class ContentEmbedder {
  private static final long MAX_CACHED_BYTES = 16L << 20;

  private final EmbeddingModel model;
  private final Cache<String, float[]> vectors;

  ContentEmbedder(EmbeddingModel model) {
    this.model = model;
    this.vectors =
        Caffeine.newBuilder()
            .maximumWeight(MAX_CACHED_BYTES)
            .weigher((String text, float[] vector) -> text.length() * 2 + vector.length * 4 + 64)
            .executor(Runnable::run)
            .build();
  }

  ChunksEmbedded embed(FileParsed parsed) {
    List<ChunkVector> chunks = new ArrayList<>();
    List<EntityFact> entities = parsed.facts().entities();
    for (int i = 0; i < entities.size(); i++) {
      if (Chunks.isEmbedded(entities.get(i).kind())) {
        String text = Chunks.text(entities.get(i));
        chunks.add(Quantizer.quantize(i, vectors.get(text, model::embed)));
      }
    }
    return new ChunksEmbedded(
        parsed.project(),
        parsed.contentId(),
        parsed.language(),
        model.id(),
        Chunks.RECIPE,
        model.dimension(),
        chunks);
  }
}
