package dev.codegraph.graph.link;

import dev.codegraph.parser.Indexers;
import dev.codegraph.parser.TextIndexer;
import dev.codegraph.parser.TreeIndexer;
import dev.codegraph.parser.syntax.ParseLimits;
import dev.codegraph.parser.syntax.ParseOutcome;
import dev.codegraph.parser.syntax.ParserThreads;
import dev.codegraph.parser.syntax.SyntaxParser;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** The source files of a folder, parsed and indexed as one project. */
final class SourceFolder {
  private final Path root;
  private final List<SourceFile> files = new ArrayList<>();
  private final Map<String, String> refused = new TreeMap<>();
  private long bytes;
  private long parseNanos;
  private long factsNanos;

  private SourceFolder(Path root) {
    this.root = root;
  }

  /** Reads all files that have an indexer; hidden folders are left out. */
  static SourceFolder of(Path root) {
    return of(root, Indexers.all().stream().flatMap(i -> i.languages().stream()).collect(set()));
  }

  /** Reads the files of some languages. */
  static SourceFolder of(Path root, Set<Language> languages) {
    SourceFolder folder = new SourceFolder(root);
    try (ExecutorService thread =
        Executors.newSingleThreadExecutor(new ParserThreads("source-folder"))) {
      return thread.submit(() -> folder.read(languages)).get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("cannot read " + root, e);
    }
  }

  private static java.util.stream.Collector<Language, ?, Set<Language>> set() {
    return Collectors.toSet();
  }

  private SourceFolder read(Set<Language> languages) throws IOException {
    List<Path> paths = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean hidden =
                !folder.equals(root) && folder.getFileName().toString().startsWith(".");
            return hidden ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            paths.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    paths.sort(null);
    try (SyntaxParser parser = new SyntaxParser(ParseLimits.defaults())) {
      for (Path path : paths) {
        Language language = Language.ofPath(path.toString()).orElse(null);
        if (language != null && languages.contains(language) && Files.isRegularFile(path)) {
          String relative = root.relativize(path).toString().replace('\\', '/');
          add(relative, language, Files.readAllBytes(path), parser);
        }
      }
    }
    return this;
  }

  private void add(String path, Language language, byte[] utf8, SyntaxParser parser) {
    bytes += utf8.length;
    switch (Indexers.of(language)) {
      case TextIndexer indexer -> {
        try {
          long start = cpuNanos();
          FileFacts facts = indexer.index(utf8);
          factsNanos += cpuNanos() - start;
          files.add(new SourceFile(path, language, facts));
        } catch (IllegalArgumentException e) {
          refused.put(path, e.getMessage());
        }
      }
      case TreeIndexer indexer -> {
        long start = cpuNanos();
        ParseOutcome outcome = indexer.parse(language, utf8, parser);
        long parsed = cpuNanos();
        parseNanos += parsed - start;
        switch (outcome) {
          case ParseOutcome.Parsed it -> {
            FileFacts facts = indexer.index(it.tree(), utf8);
            factsNanos += cpuNanos() - parsed;
            files.add(new SourceFile(path, language, facts));
          }
          case ParseOutcome.Refused it -> refused.put(path, it.reason() + " " + it.detail());
        }
      }
    }
  }

  static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** The folder. */
  Path root() {
    return root;
  }

  /** Its source files, sorted by path. */
  List<SourceFile> files() {
    return files;
  }

  /** Paths of files that have no facts, with the reason. */
  Map<String, String> refused() {
    return refused;
  }

  /** Bytes of all files read. */
  long bytes() {
    return bytes;
  }

  /** CPU time of parsing. */
  long parseNanos() {
    return parseNanos;
  }

  /** CPU time of making facts from the trees. */
  long factsNanos() {
    return factsNanos;
  }
}
