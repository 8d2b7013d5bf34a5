package dev.codegraph.graph.apply;

import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ManifestEntry;
import dev.codegraph.schemas.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** A history of edits that hurt, made up from a seed. */
public final class ToyHistory {
  private static final List<String> FOLDERS = List.of("", "a", "b", "a/c");
  private static final List<String> TYPES = List.of("T0", "T1", "T2", "T3", "T4", "T5");
  private static final List<String> MEMBERS = List.of("m0", "m1", "m2", "m3");

  private final Random random;
  private final TreeMap<String, Toy.File> tree = new TreeMap<>();
  private final Map<String, String> skipped = new HashMap<>();
  private final List<Changeset> changesets = new ArrayList<>();
  private final List<Changeset> cleans = new ArrayList<>();
  private final Map<String, Toy.File> contents = new HashMap<>();

  /** A first revision and some changes of it. */
  public ToyHistory(long seed, int steps) {
    random = new Random(seed);
    for (int i = 0; i < 4 + random.nextInt(8); i++) {
      tree.put(newPath(), newFile());
    }
    remember(new TreeMap<>(), Map.of(), true);
    for (int step = 1; step <= steps; step++) {
      TreeMap<String, Toy.File> before = new TreeMap<>(tree);
      Map<String, String> skippedBefore = Map.copyOf(skipped);
      int edits = random.nextInt(4);
      for (int i = 0; i < edits; i++) {
        edit();
      }
      remember(before, skippedBefore, random.nextInt(8) == 0);
    }
  }

  /** The changesets, from number 1. */
  public List<Changeset> changesets() {
    return changesets;
  }

  /** The changesets that each make the same revision at once, as number 1. */
  public List<Changeset> cleans() {
    return cleans;
  }

  /** Every content by its id. */
  public Map<String, Toy.File> contents() {
    return contents;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  private String newPath() {
    String folder = any(FOLDERS);
    return (folder.isEmpty() ? "" : folder + "/") + "f" + random.nextInt(8) + ".go";
  }

  private Toy.File newFile() {
    List<Toy.Type> types = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      types.add(newType());
    }
    List<String> uses = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      uses.add(random.nextInt(6) == 0 ? "*" : any(TYPES) + "." + any(MEMBERS));
    }
    return new Toy.File(types, uses, 0);
  }

  private Toy.Type newType() {
    List<String> members = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      members.add(any(MEMBERS));
    }
    return new Toy.Type(any(TYPES), random.nextBoolean() ? any(TYPES) : "", members);
  }

  private void edit() {
    if (tree.isEmpty()) {
      tree.put(newPath(), newFile());
      return;
    }
    String path = any(List.copyOf(tree.keySet()));
    Toy.File file = tree.get(path);
    switch (random.nextInt(9)) {
      case 0 -> tree.put(newPath(), newFile());
      case 1 -> tree.remove(path);
      case 2 -> {
        tree.remove(path);
        tree.put(newPath(), file);
      }
      case 3 -> tree.put(path, new Toy.File(file.types(), file.uses(), file.shift() + 1));
      case 4 -> moveType(path, file);
      case 5 -> changeType(path, file);
      case 6 -> {
        List<Toy.Type> types = new ArrayList<>(file.types());
        types.add(random.nextInt(types.size() + 1), newType());
        tree.put(path, new Toy.File(types, file.uses(), file.shift()));
      }
      case 7 -> {
        if (skipped.remove(path) == null) {
          skipped.put(path, any(List.of("ignored", "too_large")));
        }
      }
      default -> tree.put(path, newFile());
    }
  }

  private void moveType(String path, Toy.File file) {
    if (file.types().isEmpty()) {
      return;
    }
    List<Toy.Type> types = new ArrayList<>(file.types());
    Toy.Type moved = types.remove(random.nextInt(types.size()));
    tree.put(path, new Toy.File(types, file.uses(), file.shift()));
    String to = any(List.copyOf(tree.keySet()));
    Toy.File target = tree.get(to);
    List<Toy.Type> more = new ArrayList<>(target.types());
    more.add(moved);
    tree.put(to, new Toy.File(more, target.uses(), target.shift()));
  }

  private void changeType(String path, Toy.File file) {
    if (file.types().isEmpty()) {
      return;
    }
    List<Toy.Type> types = new ArrayList<>(file.types());
    int index = random.nextInt(types.size());
    Toy.Type old = types.get(index);
    Toy.Type made = newType();
    types.set(
        index,
        random.nextBoolean()
            ? new Toy.Type(old.name(), made.base(), old.members())
            : new Toy.Type(old.name(), old.base(), made.members()));
    tree.put(path, new Toy.File(types, file.uses(), file.shift()));
  }

  private void remember(
      Map<String, Toy.File> before, Map<String, String> skippedBefore, boolean base) {
    skipped.keySet().retainAll(tree.keySet());
    int number = changesets.size() + 1;
    List<ManifestEntry> whole = new ArrayList<>();
    List<ManifestEntry> changed = new ArrayList<>();
    tree.forEach(
        (path, file) -> {
          contents.put(file.contentId(), file);
          boolean isNew = !before.containsKey(path);
          ManifestEntry entry = entry(path, file, isNew ? Operation.ADDED : Operation.MODIFIED);
          whole.add(entry(path, file, Operation.ADDED));
          String reason = skipped.getOrDefault(path, "");
          if (isNew
              || !file.equals(before.get(path))
              || !reason.equals(skippedBefore.getOrDefault(path, ""))) {
            changed.add(entry);
          }
        });
    for (String path : before.keySet()) {
      if (!tree.containsKey(path)) {
        changed.add(
            new ManifestEntry(path, "", Operation.DELETED, "", "", ContentStatus.OK, "", 0));
      }
    }
    changed.sort(java.util.Comparator.comparing(ManifestEntry::path));
    changesets.add(changeset(number, base, base ? whole : renames(changed, before)));
    cleans.add(changeset(1, true, whole));
  }

  /** Half of the moves that can be told as renames are. */
  private List<ManifestEntry> renames(List<ManifestEntry> changed, Map<String, Toy.File> before) {
    List<ManifestEntry> rest = new ArrayList<>(changed);
    for (ManifestEntry gone : changed) {
      if (gone.operation() != Operation.DELETED || random.nextBoolean()) {
        continue;
      }
      String id = before.get(gone.path()).contentId();
      for (int i = 0; i < rest.size(); i++) {
        ManifestEntry added = rest.get(i);
        if (added.operation() == Operation.ADDED && added.contentId().equals(id)) {
          rest.set(
              i,
              new ManifestEntry(
                  added.path(),
                  gone.path(),
                  Operation.RENAMED,
                  added.contentId(),
                  added.language(),
                  added.status(),
                  added.reason(),
                  added.size()));
          rest.remove(gone);
          break;
        }
      }
    }
    return rest;
  }

  private ManifestEntry entry(String path, Toy.File file, Operation operation) {
    String reason = skipped.getOrDefault(path, "");
    boolean isSkipped = !reason.isEmpty();
    return new ManifestEntry(
        path,
        "",
        operation,
        isSkipped ? "" : file.contentId(),
        isSkipped ? "" : Language.GO.wire(),
        isSkipped ? ContentStatus.SKIPPED : ContentStatus.OK,
        reason,
        100);
  }

  /** A changeset of some entries. */
  static Changeset changeset(long number, boolean base, List<ManifestEntry> entries) {
    return new Changeset(
        number,
        "identity" + number,
        base,
        number == 1 ? "" : "r" + (number - 1),
        "r" + number,
        "request" + number,
        "settings",
        "Ann <ann@example.org>",
        1000 + number,
        "message " + number,
        2000 + number,
        entries);
  }
}
