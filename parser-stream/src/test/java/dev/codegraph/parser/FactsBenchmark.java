package dev.codegraph.parser;

import dev.codegraph.parser.syntax.ParseLimits;
import dev.codegraph.parser.syntax.ParseOutcome;
import dev.codegraph.parser.syntax.ParserThreads;
import dev.codegraph.parser.syntax.SyntaxParser;
import dev.codegraph.schemas.Language;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.infra.Blackhole;

/**
 * JMH benchmarks of one language over a folder; {@code deploy/bench/parsing.py} compiles and runs
 * them. One operation is once through all contents. {@link #sideBySide} makes of each content the
 * bare parse and then parse and facts, so that both see the same machine at the same time; {@link
 * #facts} is for the wall time of one thread and of two, which must be {@link Threads}.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class FactsBenchmark {
  /** The contents, which all threads share. */
  @State(Scope.Benchmark)
  public static class Contents {
    /** A constant of {@link Language}, in any case. */
    @Param("java")
    public String language = "java";

    /** Where the files are. */
    @Param(".")
    public String folder = ".";

    /** About how many MB to take, every n-th file of the folder; 0 takes all. */
    @Param("0")
    public int megabytes;

    Language parsed = Language.JAVA;
    final List<byte[]> all = new ArrayList<>();

    /** Reads the files. */
    @Setup
    public void read() throws IOException {
      parsed = Language.valueOf(language.toUpperCase(Locale.ROOT));
      List<Path> files = FactsOfFolder.files(parsed, Path.of(folder));
      long size = 0;
      for (Path file : files) {
        size += Files.size(file);
      }
      int step = megabytes == 0 ? 1 : Math.max(1, (int) (size / (megabytes * 1_000_000L)));
      for (int i = 0; i < files.size(); i += step) {
        all.add(Files.readAllBytes(files.get(i)));
      }
    }

    TreeIndexer indexer() {
      if (Indexers.of(parsed) instanceof TreeIndexer indexer) {
        return indexer;
      }
      throw new IllegalArgumentException("there is no parse of " + parsed);
    }
  }

  /** A parser, of which each thread has its own. */
  @State(Scope.Thread)
  public static class Parser {
    final SyntaxParser parser = new SyntaxParser(ParseLimits.defaults());

    /** Gives back its native memory. */
    @TearDown
    public void close() {
      parser.close();
    }
  }

  /** What JMH reports besides the wall time. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Counters {
    /** CPU time of the bare parses. */
    public long bareNanos;

    /** CPU time of parse and facts. */
    public long factsNanos;

    /** Size of the contents. */
    public long bytes;

    /** How many they are. */
    public long files;
  }

  /** Threads as the product's, for JMH's property {@code jmh.executor.class}. */
  public static final class Threads extends ThreadPoolExecutor {
    /** The constructor that JMH calls. */
    public Threads(int maximum, String prefix) {
      super(
          maximum,
          maximum,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          new ParserThreads(prefix));
    }
  }

  /** Both ways, one content after the other. */
  @Benchmark
  public void sideBySide(Contents contents, Parser own, Counters counters, Blackhole hole) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    TreeIndexer indexer = contents.indexer();
    for (byte[] content : contents.all) {
      long begin = threads.getCurrentThreadCpuTime();
      hole.consume(own.parser.parse(indexer.grammar(contents.parsed), content));
      long middle = threads.getCurrentThreadCpuTime();
      facts(indexer, contents.parsed, content, own.parser, hole);
      counters.factsNanos += threads.getCurrentThreadCpuTime() - middle;
      counters.bareNanos += middle - begin;
      counters.bytes += content.length;
      counters.files++;
    }
  }

  /** Parse and facts alone. */
  @Benchmark
  public void facts(Contents contents, Parser own, Blackhole hole) {
    TreeIndexer indexer = contents.indexer();
    for (byte[] content : contents.all) {
      facts(indexer, contents.parsed, content, own.parser, hole);
    }
  }

  private static void facts(
      TreeIndexer indexer, Language language, byte[] content, SyntaxParser parser, Blackhole hole) {
    if (indexer.parse(language, content, parser) instanceof ParseOutcome.Parsed parsed) {
      hole.consume(indexer.index(parsed.tree(), content));
    }
  }
}
