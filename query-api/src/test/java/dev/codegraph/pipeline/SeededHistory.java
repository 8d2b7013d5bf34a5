package dev.codegraph.pipeline;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A repository with a history drawn from a seed: classes that extend and call each other over three
 * packages; each commit rewrites some, and at times adds, moves or removes one.
 */
final class SeededHistory {
  private static final int FIRST_CLASSES = 9;

  private final Random random;
  private final TestRepository repository;

  /** Number of the package that each class is in. */
  private final SortedMap<Integer, Integer> classes = new TreeMap<>();

  private final List<String> revisions = new ArrayList<>();
  private int nextClass;

  private SeededHistory(Path folder, long seed) {
    this.random = new Random(seed);
    this.repository = TestRepository.create(folder);
  }

  /** Draws and commits a history. */
  static SeededHistory commit(Path folder, long seed, int commits) {
    SeededHistory history = new SeededHistory(folder, seed);
    for (int i = 0; i < FIRST_CLASSES; i++) {
      history.add();
    }
    for (int i = 1; i <= commits; i++) {
      if (i > 1) {
        history.edit();
      }
      history.revisions.add(history.repository.commit("commit " + i));
    }
    return history;
  }

  /** Where it is. */
  Path folder() {
    return repository.folder();
  }

  /** Its commit ids, oldest first. */
  List<String> revisions() {
    return List.copyOf(revisions);
  }

  private void edit() {
    int rewritten = 1 + random.nextInt(3);
    for (int i = 0; i < rewritten; i++) {
      write(anyClass());
    }
    switch (random.nextInt(4)) {
      case 0 -> add();
      case 1 -> remove(anyClass());
      case 2 -> {
        int moved = anyClass();
        remove(moved);
        classes.put(moved, random.nextInt(3));
        write(moved);
      }
      default -> {}
    }
  }

  private void add() {
    classes.put(nextClass, random.nextInt(3));
    write(nextClass++);
  }

  private void remove(int number) {
    repository.delete(path(number));
    classes.remove(number);
  }

  private int anyClass() {
    List<Integer> all = List.copyOf(classes.keySet());
    return all.get(random.nextInt(all.size()));
  }

  private String path(int number) {
    return "src/p" + classes.get(number) + "/C" + number + ".java";
  }

  private void write(int number) {
    StringBuilder text = new StringBuilder();
    text.append("package p").append(classes.get(number)).append(";\n\n");
    for (int p = 0; p < 3; p++) {
      text.append("import p").append(p).append(".*;\n");
    }
    text.append("\npublic class C").append(number);
    if (number > 0 && random.nextBoolean()) {
      text.append(" extends C").append(random.nextInt(number));
    }
    text.append(" {\n");
    for (int m = 0; m < 3; m++) {
      int other = random.nextInt(nextClass + 1);
      text.append("  /** Says ").append(random.nextInt(1000)).append(". */\n");
      text.append("  public int m").append(random.nextInt(6)).append("_").append(m).append("(C");
      text.append(other).append(" other) {\n    return other.m").append(random.nextInt(6));
      text.append("_").append(m).append("(null) + new C").append(random.nextInt(nextClass + 1));
      text.append("().m").append(random.nextInt(6)).append("_").append(random.nextInt(3));
      text.append("(null);\n  }\n");
    }
    repository.write(path(number), text.append("}\n").toString());
  }
}
