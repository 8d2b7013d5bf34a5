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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
 * #oneAndTwo} goes through all with one thread and then with two, so that both run the same
 * compiled code.
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

    /** Wall time of one thread that makes the facts of all contents. */
    public long oneNanos;

    /** Wall time of two threads that each make the facts of all contents. */
    public long twoNanos;
  }

  /** Two threads as the product's, each with a parser of its own. */
  @State(Scope.Benchmark)
  public static class Pair {
    private final List<ExecutorService> threads = new ArrayList<>();
    private final List<SyntaxParser> parsers = new ArrayList<>();

    /** Starts them. */
    @Setup
    public void start() throws InterruptedException, ExecutionException {
      for (int i = 0; i < 2; i++) {
        ExecutorService thread = Executors.newSingleThreadExecutor(new ParserThreads("facts-" + i));
        threads.add(thread);
        // A parser belongs to the thread that makes it.
        parsers.add(thread.submit(() -> new SyntaxParser(ParseLimits.defaults())).get());
      }
    }

    /** Ends them. */
    @TearDown
    public void stop() throws InterruptedException, ExecutionException {
      for (int i = 0; i < 2; i++) {
        threads.get(i).submit(parsers.get(i)::close).get();
        threads.get(i).shutdown();
      }
    }

    /** Nanoseconds until so many threads have each gone through all contents. */
    long run(int count, Contents contents, Blackhole hole)
        throws InterruptedException, ExecutionException {
      long begin = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        SyntaxParser parser = parsers.get(i);
        running.add(threads.get(i).submit(() -> facts(contents, parser, hole)));
      }
      for (Future<?> one : running) {
        one.get();
      }
      return System.nanoTime() - begin;
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

  /** Parse and facts by one thread, and then by two. */
  @Benchmark
  public void oneAndTwo(Contents contents, Pair pair, Counters counters, Blackhole hole)
      throws InterruptedException, ExecutionException {
    counters.oneNanos += pair.run(1, contents, hole);
    counters.twoNanos += pair.run(2, contents, hole);
  }

  private static void facts(Contents contents, SyntaxParser parser, Blackhole hole) {
    TreeIndexer indexer = contents.indexer();
    for (byte[] content : contents.all) {
      facts(indexer, contents.parsed, content, parser, hole);
    }
  }

  private static void facts(
      TreeIndexer indexer, Language language, byte[] content, SyntaxParser parser, Blackhole hole) {
    if (indexer.parse(language, content, parser) instanceof ParseOutcome.Parsed parsed) {
      hole.consume(indexer.index(parsed.tree(), content));
    }
  }
}
