package dev.codegraph.parser;

import dev.codegraph.parser.syntax.ParseLimits;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.Topics;
import dev.codegraph.streams.TopicSink;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.Topology;

/** Contents in, facts out: every content yields exactly one record of facts. */
public final class ParseTopology implements Supplier<Topology> {
  static final String WRITE_PARSED_FILES = "write-parsed-files";
  static final String WRITE_DEAD_LETTERS = "write-dead-letters";

  private static final String PARSE = "parse-content";

  private final ParseLimits limits;
  private final CrashGuard guard;

  ParseTopology(ParseLimits limits, CrashGuard guard) {
    this.limits = limits;
    this.guard = guard;
  }

  @Override
  public Topology get() {
    Topology topology = new Topology();
    topology.addSource(
        "read-source-files",
        new StringDeserializer(),
        Serdes.ByteArray().deserializer(),
        Topics.SOURCE_FILES.name());
    topology.addProcessor(PARSE, () -> new ParseProcessor(limits, guard), "read-source-files");
    TopicSink.add(topology, WRITE_PARSED_FILES, Topics.PARSED_FILES, PARSE);
    TopicSink.add(topology, WRITE_DEAD_LETTERS, Topics.DEAD_LETTERS, PARSE);
    return topology;
  }

  /** The key under which the facts of a content are written. */
  static String parsedKey(dev.codegraph.schemas.FileParsed parsed) {
    return Keys.parsed(parsed.project(), parsed.contentId(), parsed.language(), parsed.recipe());
  }
}
