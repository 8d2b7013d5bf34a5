package dev.codegraph.parser;

import dev.codegraph.parser.syntax.SyntaxTree;
import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExportFact;
import dev.codegraph.schemas.Expression;
import dev.codegraph.schemas.ExpressionKind;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.ReferenceFact;
import dev.codegraph.schemas.Role;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Collects the facts of one content while an indexer walks it. Takes care of positions, of sharing
 * equal expressions, and of the order that {@link FileFacts} promises. Entity 0 is there from the
 * start.
 */
public final class FactsBuilder {
  private static final String MISSING = "<missing>";

  private final @Nullable SyntaxTree tree;
  private final int[] lineStarts;
  private final int bytes;
  private final List<EntityDraft> entities = new ArrayList<>();
  private final List<ReferenceFact> references = new ArrayList<>();
  private final List<Expression> expressions = new ArrayList<>();
  private final Map<Expression, Integer> expressionIndex = new HashMap<>();
  private final List<Binding> bindings = new ArrayList<>();
  private final List<ImportFact> imports = new ArrayList<>();
  private final List<ExportFact> exports = new ArrayList<>();
  private final Map<String, String> attributes = new TreeMap<>();
  private String packageName = "";
  private int errorBytes;

  /** For a content that was parsed. */
  public FactsBuilder(SyntaxTree tree) {
    this(tree.source(), tree);
  }

  /** For a content without a tree. */
  public FactsBuilder(byte[] utf8) {
    this(utf8, null);
  }

  private FactsBuilder(byte[] utf8, @Nullable SyntaxTree tree) {
    this.tree = tree;
    this.bytes = utf8.length;
    this.lineStarts = lineStarts(utf8);
    EntityDraft file = new EntityDraft(0, EntityKind.FILE, "", -1);
    file.place(this, 0, 0, bytes);
    entities.add(file);
  }

  /** The entity of the file. */
  public EntityDraft file() {
    return entities.getFirst();
  }

  /** A draft made before, by index. */
  public EntityDraft entity(int index) {
    return entities.get(index);
  }

  /**
   * Adds an entity named by a node of the tree.
   *
   * @param nameNode Node of the name; its start is the position of the entity.
   * @param node Node of the whole declaration.
   * @param parent Index of the enclosing entity.
   */
  public EntityDraft entity(EntityKind kind, String name, int nameNode, int node, int parent) {
    SyntaxTree t = java.util.Objects.requireNonNull(tree);
    return entity(kind, name, t.startByte(nameNode), t.startByte(node), t.endByte(node), parent);
  }

  /** Adds an entity by byte offsets; what broken code leaves without a name is called missing. */
  public EntityDraft entity(
      EntityKind kind, String name, int nameStart, int start, int end, int parent) {
    String called = name.isEmpty() ? MISSING : name;
    EntityDraft draft = new EntityDraft(entities.size(), kind, called, parent);
    draft.place(this, nameStart, start, end);
    entities.add(draft);
    return draft;
  }

  /** The index of an expression; equal ones share it. */
  public int expression(ExpressionKind kind, String text, int base, int argumentCount) {
    Expression expression = new Expression(kind, text, base, argumentCount);
    return expressionIndex.computeIfAbsent(
        expression,
        e -> {
          expressions.add(e);
          return expressions.size() - 1;
        });
  }

  /** An expression made before, by index. */
  public Expression expressionAt(int index) {
    return expressions.get(index);
  }

  /**
   * Adds a reference at a node.
   *
   * @param receiver Expression index of the receiver or qualifier, -1 for none.
   * @param argumentCount Arguments of a call or creation, -1 otherwise.
   */
  public void reference(
      Role role, String name, int nameNode, int owner, int receiver, int argumentCount) {
    int start = java.util.Objects.requireNonNull(tree).startByte(nameNode);
    referenceAt(role, name, start, owner, receiver, argumentCount);
  }

  /** Adds a reference at a byte offset, such as one inside a string that holds code. */
  public void referenceAt(
      Role role, String name, int nameStart, int owner, int receiver, int argumentCount) {
    referenceAt(role, name, nameStart, owner, receiver, argumentCount, -1);
  }

  /**
   * Adds an import and the reference that stands for it.
   *
   * @param nameStart Byte offset of the imported name.
   * @return index of the import
   */
  public int importAt(
      String module,
      String name,
      String alias,
      boolean isStatic,
      boolean reexport,
      boolean typeOnly,
      int level,
      int owner,
      int nameStart) {
    int index = imports.size();
    imports.add(
        new ImportFact(
            module,
            name,
            alias,
            isStatic,
            reexport,
            typeOnly,
            level,
            owner,
            line(nameStart),
            column(nameStart)));
    String shown = name.isEmpty() ? module : name;
    referenceAt(Role.IMPORT, shown, nameStart, owner, -1, -1, index);
    return index;
  }

  private void referenceAt(
      Role role,
      String name,
      int start,
      int owner,
      int receiver,
      int argumentCount,
      int importIndex) {
    if (name.isEmpty()) {
      // Missing in broken code.
      return;
    }
    references.add(
        new ReferenceFact(
            role,
            name,
            owner,
            start,
            line(start),
            column(start),
            receiver,
            argumentCount,
            importIndex));
  }

  /**
   * Adds a local binding.
   *
   * @param start First byte offset at which the name is visible.
   * @param end Byte offset after its scope.
   * @param initializer Expression index of its value, -1 for none.
   */
  public void binding(
      String name,
      BindingKind kind,
      int owner,
      int start,
      int end,
      String declaredType,
      int initializer) {
    if (name.isEmpty() && kind != BindingKind.RECEIVER) {
      // Missing in broken code.
      return;
    }
    bindings.add(new Binding(name, kind, owner, start, end, declaredType, initializer));
  }

  /** Sets how many bytes of a content without a tree could not be read. */
  public void errorBytes(int count) {
    errorBytes = count;
  }

  /** Adds an explicit export. */
  public void export(ExportFact export) {
    exports.add(export);
  }

  /** Sets the declared package or module. */
  public void packageName(String name) {
    packageName = name;
  }

  /** Sets an attribute of the content. */
  public void attribute(String key, String value) {
    attributes.put(key, value);
  }

  /** 0-based line of a byte offset. */
  public int line(int offset) {
    int found = java.util.Arrays.binarySearch(lineStarts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /** 0-based column of a byte offset, in UTF-8 bytes. */
  public int column(int offset) {
    return offset - lineStarts[line(offset)];
  }

  /** The facts collected so far. */
  public FileFacts build() {
    List<EntityFact> facts = new ArrayList<>(entities.size());
    for (EntityDraft draft : entities) {
      facts.add(draft.toFact());
    }
    references.sort(Comparator.comparingInt(ReferenceFact::start));
    return new FileFacts(
        packageName,
        lineCount(),
        bytes,
        tree == null ? errorBytes : tree.errorBytes(),
        List.copyOf(facts),
        List.copyOf(references),
        List.copyOf(expressions),
        List.copyOf(bindings),
        List.copyOf(imports),
        List.copyOf(exports),
        java.util.Collections.unmodifiableMap(attributes));
  }

  /** Lines as editors count them: a final newline does not start another one. */
  private int lineCount() {
    return bytes > 0 && lineStarts[lineStarts.length - 1] == bytes
        ? lineStarts.length - 1
        : lineStarts.length;
  }

  private static int[] lineStarts(byte[] utf8) {
    int count = 1;
    for (byte b : utf8) {
      if (b == '\n') {
        count++;
      }
    }
    int[] starts = new int[count];
    int next = 1;
    for (int i = 0; i < utf8.length; i++) {
      if (utf8[i] == '\n') {
        starts[next++] = i + 1;
      }
    }
    return starts;
  }
}
