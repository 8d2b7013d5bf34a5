package dev.codegraph.parser;

import dev.codegraph.parser.syntax.NativeSyntax;
import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.Stage;
import dev.codegraph.streams.StreamsRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The parsing stage as a running program: START HERE for how a content becomes facts. {@link
 * ParseTopology} is the drawing, {@link ContentParser} what happens to one content.
 */
public final class ParserStage implements Stage {
  /** Consumer group; its committed offsets on source-files say how far parsing is. */
  public static final String APPLICATION_ID = "codegraph-parser";

  private static final Logger LOG = LoggerFactory.getLogger(ParserStage.class);

  private final StreamsRunner runner;

  public ParserStage(KafkaConfig kafka, ParserConfig config) {
    this.runner =
        new StreamsRunner(
            () ->
                new ParseTopology(
                        config, CrashJournal.open(config.journalFolder(), config.previousExit()))
                    .get(),
            kafka.streams(APPLICATION_ID));
  }

  @Override
  public String name() {
    return "parser";
  }

  @Override
  public void start() {
    LOG.info("syntax library: {}", NativeSyntax.describe());
    runner.start();
  }

  @Override
  public Health health() {
    return runner.health(NativeSyntax.describe());
  }

  @Override
  public void close() {
    runner.close();
  }
}
