package dev.codegraph.graph.link;

import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ReferenceFact;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Links the source files of a real folder in memory and shows how that went: CPU time per stage,
 * outcomes by role and by reason, and a random sample with the source line of each, for review by
 * eye. A program for developers of a language:
 *
 * <pre>LinkFolder FOLDER LANGUAGE[,LANGUAGE…] [sample=N] [seed=N] [rounds=N] [only=TEXT]…</pre>
 *
 * A sample is taken from the references whose line, as {@link LinkingGoldenTest} records it,
 * contains every {@code only} text.
 */
public final class LinkFolder {
  private final PrintStream out;
  private final SourceFolder folder;
  private final List<Linked> all = new ArrayList<>();

  private record Linked(SourceFile file, ReferenceFact reference, Outcome outcome) {
    String line() {
      return LinkingGoldenTest.line(file, reference, outcome);
    }
  }

  private LinkFolder(SourceFolder folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
  }

  /** See the class. */
  public static void main(String[] args) throws IOException {
    Set<Language> languages = EnumSet.noneOf(Language.class);
    for (String language : args[1].split(",")) {
      languages.add(Language.ofWire(language));
    }
    int sample = 20;
    long seed = 1;
    int rounds = 1;
    List<String> only = new ArrayList<>();
    for (String option : Arrays.asList(args).subList(2, args.length)) {
      String value = option.substring(option.indexOf('=') + 1);
      switch (option.substring(0, option.indexOf('=') + 1)) {
        case "sample=" -> sample = Integer.parseInt(value);
        case "seed=" -> seed = Long.parseLong(value);
        case "rounds=" -> rounds = Integer.parseInt(value);
        case "only=" -> only.add(value);
        default -> throw new IllegalArgumentException("unknown option " + option);
      }
    }
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (int round = 1; round <= rounds; round++) {
      LinkFolder run = new LinkFolder(SourceFolder.of(Path.of(args[0]), languages), out);
      run.link();
      if (round == rounds) {
        run.counts();
        run.sample(sample, seed, only);
      }
    }
  }

  private void link() {
    double megabytes = folder.bytes() / 1e6;
    out.printf("%d files, %.1f MB%n", folder.files().size(), megabytes);
    folder.refused().forEach((path, why) -> out.println("refused " + path + ": " + why));
    stage("parse", folder.parseNanos(), megabytes, "MB");
    stage("facts", folder.factsNanos(), megabytes, "MB");
    long start = SourceFolder.cpuNanos();
    MemoryView view = new MemoryView(folder.files());
    stage("declare", SourceFolder.cpuNanos() - start, view.entries(), "entry");
    start = SourceFolder.cpuNanos();
    for (SourceFile file : folder.files()) {
      List<Outcome> outcomes = RecordedOutcomes.of(file, view);
      for (int i = 0; i < outcomes.size(); i++) {
        all.add(new Linked(file, file.facts().references().get(i), outcomes.get(i)));
      }
    }
    stage("link", SourceFolder.cpuNanos() - start, all.size(), "reference");
    out.printf("%d questions%n", view.questions());
  }

  private void stage(String name, long nanos, double units, String unit) {
    out.printf(
        "%-8s %.2f CPU s, %.2f µs per %s (%.0f)%n",
        name, nanos / 1e9, nanos / units / 1e3, unit, units);
  }

  private void counts() {
    Map<String, Integer> byOutcome = new TreeMap<>();
    Map<String, Integer> byRole = new TreeMap<>();
    Map<String, Map<String, Integer>> names = new TreeMap<>();
    for (Linked one : all) {
      String word = one.outcome().word();
      String why = one.outcome().why();
      String role = one.reference().role().name().toLowerCase(Locale.ROOT);
      byOutcome.merge(word + " " + why, 1, Integer::sum);
      byRole.merge(
          role + " " + word + (word.equals("unresolved") ? " " + why : ""), 1, Integer::sum);
      if (word.equals("unresolved") || word.equals("ambiguous")) {
        names
            .computeIfAbsent(word + " " + why, w -> new TreeMap<>())
            .merge(role + " " + one.reference().name(), 1, Integer::sum);
      }
    }
    out.println("\nOutcomes");
    byOutcome.forEach(this::count);
    out.println("\nRoles");
    byRole.forEach(this::count);
    Map<String, Integer> calls = new TreeMap<>();
    for (Linked one : all) {
      if (one.reference().role() == dev.codegraph.schemas.Role.CALL) {
        calls.merge(one.outcome().word(), 1, Integer::sum);
      }
    }
    int inside =
        calls.values().stream().mapToInt(Integer::intValue).sum()
            - calls.getOrDefault("external", 0);
    out.printf(
        "%nCalls resolved of those that are not external: %.1f %%%n",
        100.0 * calls.getOrDefault("resolved", 0) / inside);
    out.println("\nCommonest names");
    names.forEach(
        (why, counts) ->
            out.println(
                why
                    + ": "
                    + String.join(
                        ", ",
                        counts.entrySet().stream()
                            .sorted(
                                Map.Entry.<String, Integer>comparingByValue()
                                    .reversed()
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .limit(25)
                            .map(entry -> entry.getKey() + " " + entry.getValue())
                            .toList())));
  }

  private void count(String what, int count) {
    out.printf("%9d %5.1f %%  %s%n", count, 100.0 * count / all.size(), what);
  }

  private void sample(int size, long seed, List<String> only) throws IOException {
    List<Linked> fit =
        new ArrayList<>(
            all.stream()
                .filter(one -> only.isEmpty() || only.stream().allMatch(one.line()::contains))
                .toList());
    Collections.shuffle(fit, new Random(seed));
    List<Linked> some = new ArrayList<>(fit.subList(0, Math.min(size, fit.size())));
    some.sort(
        Comparator.comparing((Linked one) -> one.file().path())
            .thenComparing(one -> one.reference().start()));
    out.printf("%nSample of %d%n", fit.size());
    for (Linked one : some) {
      List<String> lines =
          new String(
                  Files.readAllBytes(folder.root().resolve(one.file().path())),
                  StandardCharsets.UTF_8)
              .lines()
              .toList();
      out.println(one.line());
      out.println("    " + lines.get(one.reference().line()).strip());
    }
  }
}
