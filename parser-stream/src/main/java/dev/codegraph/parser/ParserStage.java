package dev.codegraph.parser;

import dev.codegraph.parser.syntax.NativeSyntax;
import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.Recipes;
import dev.codegraph.schemas.Stage;
import dev.codegraph.streams.StreamsRunner;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;
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

  private final ParserConfig config;
  private final StreamsRunner runner;
  private volatile @Nullable CrashGuard guard;

  public ParserStage(KafkaConfig kafka, ParserConfig config) {
    this.config = config;
    this.runner = new StreamsRunner(this::topology, kafka.streams(APPLICATION_ID));
  }

  private Topology topology() {
    String parser = "recipe " + Recipes.FACTS + ", " + NativeSyntax.describe();
    CrashGuard guard =
        new CrashGuard(
            CrashJournal.open(config.journalFolder(), parser),
            new SeparateParser(config.separateCommand()),
            System::nanoTime);
    this.guard = guard;
    return new ParseTopology(config.limits(), guard).get();
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
    CrashGuard opened = guard;
    boolean isCareful = opened != null && opened.isCareful();
    return runner.health(
        NativeSyntax.describe() + (isCareful ? ", in a process apart after a crash" : ""));
  }

  @Override
  public void close() {
    runner.close();
    CrashGuard opened = guard;
    if (opened != null) {
      opened.close();
    }
  }
}
