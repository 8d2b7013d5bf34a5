package dev.codegraph.ingest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.attributes.Attribute;
import org.eclipse.jgit.attributes.AttributesNode;
import org.eclipse.jgit.attributes.AttributesRule;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one tree says about its paths: the {@link FileRules}, and which candidates the tree's own
 * {@code .gitattributes} mark as generated or vendored. As in git, the file of the nearest folder
 * counts before those above, and within a file the last line that fits. A file that they mark as
 * not generated is not judged by its content either. Attributes of the machine and of the clone do
 * not count: the same tree has the same candidates everywhere.
 */
final class TreeRules {
  private static final Logger LOG = LoggerFactory.getLogger(TreeRules.class);

  /** Git reads no larger file of attributes. */
  private static final int MAX_BYTES = 100 * 1024 * 1024;

  private static final String MACRO = "[attr]";

  private final FileRules rules;
  private final ObjectReader reader;
  private final ObjectId tree;
  private final Map<String, List<Line>> lines = new HashMap<>();

  /**
   * @param reader Reads the tree.
   * @param tree The tree; the zero id for one without paths.
   */
  TreeRules(FileRules rules, ObjectReader reader, ObjectId tree) {
    this.rules = rules;
    this.reader = reader;
    this.tree = tree;
  }

  /**
   * A line of attributes, as far as it concerns what is skipped.
   *
   * @param rule Which paths, relative to the folder of the file.
   * @param pattern The pattern as text.
   * @param states What it says of each attribute.
   */
  private record Line(
      AttributesRule rule, String pattern, Map<SkipReason, Optional<Boolean>> states) {
    /** What the line says, to compare it with another. */
    private String text() {
      return pattern + " " + new java.util.TreeMap<>(states);
    }
  }

  /** Whether a path is a file of attributes. */
  static boolean isAttributes(String path) {
    return path.endsWith(Constants.DOT_GIT_ATTRIBUTES)
        && (path.length() == Constants.DOT_GIT_ATTRIBUTES.length()
            || path.charAt(path.length() - Constants.DOT_GIT_ATTRIBUTES.length() - 1) == '/');
  }

  /**
   * Judges one path.
   *
   * @param mode Mode bits of the tree entry.
   * @param path Path text.
   */
  FileRules.Verdict judge(int mode, String path) throws IOException {
    FileRules.Verdict verdict = rules.judge(mode, path);
    return switch (verdict) {
      case FileRules.Verdict.Skip skip -> skip;
      case FileRules.Verdict.Candidate candidate -> {
        Optional<Boolean> generated = mark(path, SkipReason.LINGUIST_GENERATED);
        if (generated.orElse(false)) {
          yield new FileRules.Verdict.Skip(SkipReason.LINGUIST_GENERATED);
        }
        if (mark(path, SkipReason.LINGUIST_VENDORED).orElse(false)) {
          yield new FileRules.Verdict.Skip(SkipReason.LINGUIST_VENDORED);
        }
        yield generated.isPresent() ? candidate.writtenByHand() : candidate;
      }
    };
  }

  /** What the attributes say of a path: that it is marked, that it is not, or nothing. */
  private Optional<Boolean> mark(String path, SkipReason reason) throws IOException {
    for (int slash = path.lastIndexOf('/'); ; slash = path.lastIndexOf('/', slash - 1)) {
      List<Line> nearest = lines(slash < 0 ? "" : path.substring(0, slash + 1));
      for (Line line : nearest.reversed()) {
        Optional<Boolean> state = line.states().get(reason);
        if (state != null && line.rule().isMatch(path.substring(slash + 1), false)) {
          return state;
        }
      }
      if (slash < 0) {
        return Optional.empty();
      }
    }
  }

  /** Whether the attributes of a file are the same, as far as they concern what is skipped. */
  boolean saysTheSame(TreeRules other, String path) throws IOException {
    String folder = path.substring(0, path.length() - Constants.DOT_GIT_ATTRIBUTES.length());
    return lines(folder).stream()
        .map(Line::text)
        .toList()
        .equals(other.lines(folder).stream().map(Line::text).toList());
  }

  /** The lines of the file in a folder, whose name ends with a slash unless it is the root. */
  private List<Line> lines(String folder) throws IOException {
    List<Line> known = lines.get(folder);
    if (known == null) {
      known = read(folder);
      lines.put(folder, known);
    }
    return known;
  }

  private List<Line> read(String folder) throws IOException {
    String path = folder + Constants.DOT_GIT_ATTRIBUTES;
    if (tree.equals(ObjectId.zeroId())) {
      return List.of();
    }
    try (TreeWalk file = TreeWalk.forPath(reader, path, tree)) {
      if (file == null || !FileMode.REGULAR_FILE.equals(file.getRawMode(0) & ~0111)) {
        return List.of();
      }
      ObjectId blob = file.getObjectId(0);
      if (reader.getObjectSize(blob, Constants.OBJ_BLOB) > MAX_BYTES) {
        LOG.warn("{} of {} is too large and says nothing, as in git", path, tree.name());
        return List.of();
      }
      return parse(reader.open(blob, Constants.OBJ_BLOB).getCachedBytes(MAX_BYTES));
    } catch (MissingObjectException e) {
      LOG.warn("{} of {} is not in this clone and says nothing", path, tree.name());
      return List.of();
    }
  }

  private List<Line> parse(byte[] bytes) throws IOException {
    AttributesNode node = new AttributesNode();
    node.parse(new ByteArrayInputStream(bytes));
    Map<String, List<Attribute>> macros = new HashMap<>();
    List<Line> found = new ArrayList<>();
    for (AttributesRule rule : node.getRules()) {
      if (rule.getPattern().startsWith(MACRO)) {
        macros.put(rule.getPattern().substring(MACRO.length()).strip(), rule.getAttributes());
        continue;
      }
      Map<SkipReason, Optional<Boolean>> states = new HashMap<>();
      for (Attribute attribute : rule.getAttributes()) {
        if (attribute.getState() == Attribute.State.SET) {
          macros.getOrDefault(attribute.getKey(), List.of()).forEach(part -> put(states, part));
        }
        put(states, attribute);
      }
      if (!states.isEmpty()) {
        found.add(new Line(rule, rule.getPattern(), states));
      }
    }
    return found;
  }

  private static void put(Map<SkipReason, Optional<Boolean>> states, Attribute attribute) {
    Optional<Boolean> state =
        switch (attribute.getState()) {
          case SET -> Optional.of(true);
          case UNSET -> Optional.of(false);
          case UNSPECIFIED -> Optional.empty();
          case CUSTOM -> Optional.of(!"false".equalsIgnoreCase(attribute.getValue()));
        };
    switch (attribute.getKey()) {
      case "linguist-generated" -> states.put(SkipReason.LINGUIST_GENERATED, state);
      case "linguist-vendored" -> states.put(SkipReason.LINGUIST_VENDORED, state);
      default -> {
        // Line endings, filters, drivers: nothing that decides what is indexed.
      }
    }
  }
}
