package dev.codegraph.embedder;

import dev.codegraph.schemas.ChunksEmbedded;
import dev.codegraph.schemas.DeadLetter;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.FileParsed;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.Topics;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

/** Embeds each content; one that cannot be read is a dead letter and stays searchable by text. */
final class EmbedProcessor implements Processor<String, byte[], String, java.lang.Record> {
  private final ContentEmbedder embedder;
  private ProcessorContext<String, java.lang.Record> context;

  EmbedProcessor(EmbeddingModel model) {
    this.embedder = new ContentEmbedder(model);
  }

  @Override
  public void init(ProcessorContext<String, java.lang.Record> context) {
    this.context = context;
  }

  @Override
  public void process(Record<String, byte[]> record) {
    if (record.value() == null) {
      return;
    }
    FileParsed parsed;
    try {
      parsed = Topics.PARSED_FILES.codec().decode(record.value());
    } catch (IllegalArgumentException e) {
      deadLetter(record, "cannot be read: " + e.getMessage());
      return;
    }
    ChunksEmbedded chunks = embedder.embed(parsed);
    String key =
        Keys.embedded(chunks.project(), chunks.model(), chunks.contentId(), chunks.language());
    context.forward(
        new Record<>(key, chunks, record.timestamp()), EmbedTopology.WRITE_EMBEDDED_CHUNKS);
  }

  private void deadLetter(Record<String, byte[]> record, String cause) {
    RecordMetadata from = context.recordMetadata().orElseThrow();
    context.forward(
        new Record<>(
            record.key(),
            new DeadLetter(
                "embedder",
                from.topic(),
                from.partition(),
                from.offset(),
                ErrorCode.CG005.name(),
                cause,
                Keys.bytes(record.key()),
                new byte[0],
                context.currentSystemTimeMs()),
            record.timestamp()),
        EmbedTopology.WRITE_DEAD_LETTERS);
  }
}
