package dev.codegraph.parser;

import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.Supertype;
import dev.codegraph.schemas.SupertypeRelation;
import java.util.ArrayList;
import java.util.List;

/** An entity while its indexer still learns about it. */
public final class EntityDraft {
  private static final int MAX_SIGNATURE_CHARS = 500;

  private final int index;
  private final String name;
  private final int parent;
  private EntityKind kind;
  private String signature = "";
  private String documentation = "";
  private int modifiers;
  private int flags;
  private String declaredType = "";
  private int initializer = -1;
  private final List<Parameter> parameters = new ArrayList<>(2);
  private final List<String> typeParameters = new ArrayList<>(0);
  private final List<Supertype> supertypes = new ArrayList<>(0);
  private int nameStart;
  private int nameLine;
  private int nameColumn;
  private int start;
  private int end;
  private int startLine;
  private int endLine;
  private int endColumn;
  private int cyclomatic;
  private int cognitive;

  EntityDraft(int index, EntityKind kind, String name, int parent) {
    this.index = index;
    this.kind = kind;
    this.name = name;
    this.parent = parent;
  }

  void place(FactsBuilder facts, int nameStart, int start, int end) {
    this.nameStart = nameStart;
    this.nameLine = facts.line(nameStart);
    this.nameColumn = facts.column(nameStart);
    this.start = start;
    this.end = end;
    this.startLine = facts.line(start);
    this.endLine = facts.line(end);
    this.endColumn = facts.column(end);
  }

  /** Index of the entity in the facts. */
  public int index() {
    return index;
  }

  /** Kind as known so far. */
  public EntityKind kind() {
    return kind;
  }

  /** Simple name. */
  public String name() {
    return name;
  }

  /** Index of the enclosing entity. */
  public int parent() {
    return parent;
  }

  /** Replaces the kind, once more is known. */
  public EntityDraft kind(EntityKind kind) {
    this.kind = kind;
    return this;
  }

  /** Sets the declaration without its body; white space is normalised, the end cut off. */
  public EntityDraft signature(String text) {
    String normal = WhiteSpace.single(text);
    this.signature =
        normal.length() <= MAX_SIGNATURE_CHARS ? normal : normal.substring(0, MAX_SIGNATURE_CHARS);
    return this;
  }

  /** Whether no signature was set yet. */
  public boolean signatureIsEmpty() {
    return signature.isEmpty();
  }

  /** Byte offset of the name. */
  public int nameByte() {
    return nameStart;
  }

  /** Byte offset at which the declaration starts. */
  public int startByte() {
    return start;
  }

  /** Byte offset after the declaration. */
  public int endByte() {
    return end;
  }

  /** Sets the documentation, without comment marks. */
  public EntityDraft documentation(String text) {
    this.documentation = text;
    return this;
  }

  /** Adds a modifier. */
  public EntityDraft modifier(Modifier modifier) {
    modifiers |= modifier.bit();
    return this;
  }

  /** Takes a modifier away again. */
  public EntityDraft clear(Modifier modifier) {
    modifiers &= ~modifier.bit();
    return this;
  }

  /** Whether a modifier was added. */
  public boolean has(Modifier modifier) {
    return modifier.in(modifiers);
  }

  /** Adds a flag. */
  public EntityDraft flag(EntityFlag flag) {
    flags |= flag.bit();
    return this;
  }

  /** Sets the declared or result type as written. */
  public EntityDraft declaredType(String type) {
    this.declaredType = type;
    return this;
  }

  /** The declared or result type so far. */
  public String declaredType() {
    return declaredType;
  }

  /** Sets the expression that gives the value. */
  public EntityDraft initializer(int expression) {
    this.initializer = expression;
    return this;
  }

  /** Adds a parameter. */
  public EntityDraft parameter(Parameter parameter) {
    parameters.add(parameter);
    return this;
  }

  /** Parameters so far. */
  public List<Parameter> parameters() {
    return List.copyOf(parameters);
  }

  /** Adds a type parameter. */
  public EntityDraft typeParameter(String name) {
    typeParameters.add(name);
    return this;
  }

  /** Number of bases so far. */
  public int supertypeCount() {
    return supertypes.size();
  }

  /** Bases so far. */
  public List<Supertype> supertypes() {
    return List.copyOf(supertypes);
  }

  /** Adds a base. */
  public EntityDraft supertype(String name, SupertypeRelation relation) {
    supertypes.add(new Supertype(name, relation));
    return this;
  }

  /** Sets cyclomatic and cognitive complexity. */
  public EntityDraft complexity(int cyclomatic, int cognitive) {
    this.cyclomatic = cyclomatic;
    this.cognitive = cognitive;
    return this;
  }

  EntityFact toFact() {
    return new EntityFact(
        kind,
        name,
        parent,
        signature,
        documentation,
        modifiers,
        flags,
        declaredType,
        initializer,
        List.copyOf(parameters),
        List.copyOf(typeParameters),
        List.copyOf(supertypes),
        nameStart,
        nameLine,
        nameColumn,
        start,
        end,
        startLine,
        endLine,
        endColumn,
        cyclomatic,
        cognitive);
  }
}
