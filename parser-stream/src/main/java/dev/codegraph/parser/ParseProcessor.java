package dev.codegraph.parser;

import dev.codegraph.parser.syntax.ParseLimits;
import dev.codegraph.parser.syntax.ParserThreads;
import dev.codegraph.schemas.DeadLetter;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.FileParsed;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.SourceFileRead;
import dev.codegraph.schemas.Topics;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parses each content on a thread with a stack that natives can use up without harm. */
final class ParseProcessor implements Processor<String, byte[], String, java.lang.Record> {
  private static final Logger LOG = LoggerFactory.getLogger(ParseProcessor.class);
  private static final int MAX_LETTER_BYTES = 256 * 1024;

  private final ParseLimits limits;
  private final CrashGuard guard;
  private ProcessorContext<String, java.lang.Record> context;
  private ExecutorService thread;
  private CrashJournal.Slot slot;
  private ContentParser parser;

  ParseProcessor(ParseLimits limits, CrashGuard guard) {
    this.limits = limits;
    this.guard = guard;
  }

  @Override
  public void init(ProcessorContext<String, java.lang.Record> context) {
    this.context = context;
    this.slot = guard.slot(context.taskId().toString());
    this.thread =
        Executors.newSingleThreadExecutor(new ParserThreads("parser-" + context.taskId()));
    // The parser's memory belongs to the thread that makes it.
    this.parser = onThread(() -> new ContentParser(limits));
  }

  @Override
  public void process(Record<String, byte[]> record) {
    if (record.value() == null) {
      return;
    }
    SourceFileRead source;
    try {
      source = Topics.SOURCE_FILES.codec().decode(record.value());
    } catch (IllegalArgumentException e) {
      deadLetter(record, "cannot be read: " + e.getMessage());
      return;
    }
    ContentParser.Result result = parse(record, source);
    FileParsed parsed = result.parsed();
    if (!result.failure().isEmpty()) {
      LOG.warn("{} {}: {}", ErrorCode.CG007, record.key(), result.failure());
      deadLetter(record, result.failure());
    }
    context.forward(
        new Record<>(ParseTopology.parsedKey(parsed), parsed, record.timestamp()),
        ParseTopology.WRITE_PARSED_FILES);
  }

  private ContentParser.Result parse(Record<String, byte[]> record, SourceFileRead source) {
    if (guard.isCrasher(record.key())) {
      return crash(source);
    }
    if (guard.isCareful()) {
      return guard.parse(record.key(), record.value()).orElseGet(() -> crash(source));
    }
    slot.begin(record.key());
    ContentParser.Result result = onThread(() -> parser.parse(source));
    slot.end();
    return result;
  }

  private static ContentParser.Result crash(SourceFileRead source) {
    return ContentParser.failed(
        source, "crash", "the native parser died while parsing this content");
  }

  private <T> T onThread(Callable<T> task) {
    try {
      return thread.submit(task).get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while parsing", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("parsing failed", e.getCause());
    }
  }

  private void deadLetter(Record<String, byte[]> record, String cause) {
    RecordMetadata from = context.recordMetadata().orElseThrow();
    boolean fits = record.value().length <= MAX_LETTER_BYTES;
    context.forward(
        new Record<>(
            record.key(),
            new DeadLetter(
                "parser",
                from.topic(),
                from.partition(),
                from.offset(),
                ErrorCode.CG007.name(),
                cause,
                Keys.bytes(record.key()),
                fits ? record.value() : new byte[0],
                context.currentSystemTimeMs()),
            record.timestamp()),
        ParseTopology.WRITE_DEAD_LETTERS);
  }

  @Override
  public void close() {
    onThread(
        () -> {
          parser.close();
          return true;
        });
    thread.close();
    slot.close();
  }
}
