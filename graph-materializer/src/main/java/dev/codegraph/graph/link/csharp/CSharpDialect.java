package dev.codegraph.graph.link.csharp;

import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.nominal.Dialect;
import dev.codegraph.graph.link.nominal.Type;
import dev.codegraph.graph.link.nominal.TypeText;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * C#: namespaces inside of others, whose names are visible; usings, also those that one file writes
 * for all of its project; types in several parts; types that differ in the number of their type
 * parameters alone; methods that are called on their first parameter; delegates.
 */
public final class CSharpDialect extends Dialect {
  private static final String ATTRIBUTE = "Attribute";

  @Override
  public String prefix() {
    return "csharp";
  }

  @Override
  public Set<Language> languages() {
    return Set.of(Language.CSHARP);
  }

  @Override
  public TypeText read(String written) {
    return CSharpTypeReader.read(written);
  }

  @Override
  public List<String> visible(String space) {
    List<String> spaces = new ArrayList<>(4);
    String at = space;
    while (!at.isEmpty()) {
      spaces.add(at);
      int dot = at.lastIndexOf('.');
      at = dot < 0 ? "" : at.substring(0, dot);
    }
    spaces.add("");
    return spaces;
  }

  @Override
  public String module(ImportFact one) {
    return one.module().replace("global::", "").replace("::", ".");
  }

  @Override
  public List<String> modules(SourceFile file, ImportFact one) {
    String module = module(one);
    String around = around(file, one.owner());
    if (around.isEmpty() || one.module().startsWith("global::")) {
      return List.of(module);
    }
    List<String> modules = new ArrayList<>(3);
    for (String space : visible(around)) {
      modules.add(space.isEmpty() ? module : space + "." + module);
    }
    return modules;
  }

  private static String around(SourceFile file, int namespace) {
    StringBuilder name = new StringBuilder();
    for (int at = namespace; at > 0; at = file.facts().entities().get(at).parent()) {
      EntityFact entity = file.facts().entities().get(at);
      name.insert(0, name.isEmpty() ? entity.name() : entity.name() + ".");
    }
    return name.toString();
  }

  @Override
  public boolean hasSharedImports() {
    return true;
  }

  @Override
  public boolean hasNestedSpaces() {
    return true;
  }

  @Override
  public boolean isPartial() {
    return true;
  }

  @Override
  public boolean isPart(EntityFact type) {
    return (" " + type.signature()).contains(" partial ");
  }

  @Override
  public String typeName(EntityFact entity) {
    return generic(entity.name(), entity.typeParameters().size());
  }

  @Override
  public String generic(String name, int count) {
    return count == 0 ? name : name + "`" + count;
  }

  @Override
  public String aliased(EntityFact alias) {
    if (!(" " + alias.signature()).contains(" delegate ")) {
      return alias.declaredType();
    }
    List<String> types = new ArrayList<>(alias.parameters().size() + 1);
    for (Parameter parameter : alias.parameters()) {
      types.add(parameter.type());
    }
    boolean hasResult = !alias.declaredType().equals("void");
    if (hasResult) {
      types.add(alias.declaredType());
    }
    String name = hasResult ? "global::System.Func" : "global::System.Action";
    return types.isEmpty() ? name : name + "<" + String.join(", ", types) + ">";
  }

  @Override
  public boolean isMember(EntityFact entity) {
    boolean isStaticConstructor =
        entity.kind() == EntityKind.CONSTRUCTOR && Modifier.STATIC.in(entity.modifiers());
    return !isStaticConstructor && !isExplicit(entity);
  }

  /** Whether a member is seen through the interface alone that stands before its name. */
  private static boolean isExplicit(EntityFact entity) {
    String name = entity.name().equals("this[]") ? "this" : entity.name();
    String signature = entity.signature();
    int at = signature.indexOf("." + name);
    int end = at + 1 + name.length();
    return at > 0
        && (end == signature.length()
            || !Character.isJavaIdentifierPart(signature.charAt(end))
                && signature.charAt(end) != '.')
        && signature.lastIndexOf('(', at) < 0
        && signature.lastIndexOf('=', at) < 0
        && signature.indexOf(name, end) < 0;
  }

  @Override
  public String extended(EntityFact member) {
    List<Parameter> parameters = member.parameters();
    if (member.kind() != EntityKind.METHOD
        || parameters.isEmpty()
        || !Modifier.STATIC.in(member.modifiers())
        || !parameters.getFirst().type().startsWith("this ")) {
      return "";
    }
    String type = parameters.getFirst().type().substring("this ".length());
    for (String parameter : member.typeParameters()) {
      String bound = bound(parameter);
      if (!bound.isEmpty() && parameter.substring(0, parameter.indexOf(' ')).equals(type)) {
        return bound;
      }
    }
    return type;
  }

  @Override
  public String bound(String typeParameter) {
    int colon = typeParameter.indexOf(" : ");
    if (colon < 0) {
      return "";
    }
    for (String bound : typeParameter.substring(colon + 3).split(", (?![^<]*>)")) {
      switch (bound) {
        case "class", "class?", "struct", "notnull", "unmanaged", "new()", "default" -> {
          // Says nothing of its members.
        }
        default -> {
          return bound;
        }
      }
    }
    return "";
  }

  @Override
  public List<String> annotations(String written) {
    return List.of(written + ATTRIBUTE, written);
  }

  @Override
  public boolean isOutsideWhenUnknown(String name) {
    return Character.isUpperCase(name.codePointAt(0));
  }

  @Override
  public String root() {
    return "global";
  }

  @Override
  public String baseConstructor() {
    return "base";
  }

  @Override
  public boolean hasGenericNames() {
    return true;
  }

  @Override
  public boolean callsTypes() {
    return false;
  }

  @Override
  public boolean hasImplicitConstructor(EntityKind kind, int argumentCount) {
    return argumentCount == 0 && kind == EntityKind.STRUCT;
  }

  @Override
  public @Nullable String builtin(String name) {
    return CSharpStandard.type(name);
  }

  @Override
  public @Nullable String builtinFunction(String name) {
    return CSharpStandard.isUniversal(name) ? "System.Object#" + name : null;
  }

  @Override
  public @Nullable String literal(String kind) {
    return switch (kind) {
      case "string" -> "string";
      case "boolean" -> "bool";
      case "number" -> "int";
      case "char" -> "char";
      default -> null;
    };
  }

  @Override
  public boolean isUniversal(String member) {
    return CSharpStandard.isUniversal(member);
  }

  @Override
  public Type outside(String name, List<Type> arguments) {
    return CSharpStandard.type(name, arguments);
  }

  @Override
  public Type tuple(List<Type> parts) {
    return new Type.External("System.ValueTuple", parts);
  }

  @Override
  public String indexer() {
    return "this[]";
  }

  @Override
  public Type element(Type type) {
    return CSharpStandard.element(type);
  }

  @Override
  public Type indexed(Type type) {
    return CSharpStandard.indexed(type);
  }

  @Override
  public Type given(Type receiver, String member, int parameter) {
    return CSharpStandard.given(receiver, member, parameter);
  }

  @Override
  public Type generic(Type receiver, String member, List<Type> arguments) {
    return CSharpStandard.generic(member, arguments);
  }

  @Override
  public Type standardResult(Type receiver, String member) {
    return CSharpStandard.result(receiver, member);
  }

  @Override
  public Type awaited(Type type) {
    return type instanceof Type.External external && CSharpStandard.isTask(external)
        ? external.arguments().getFirst()
        : Type.UNKNOWN;
  }

  @Override
  public Type other(String form, Type base) {
    return CSharpStandard.part(form, base);
  }

  @Override
  public List<String> basesOfExternal(String simpleName) {
    return CSharpStandard.bases(simpleName);
  }

  @Override
  public List<String> namesOfAll() {
    return List.of("object", "Object");
  }

  @Override
  public List<String> namesOfArrays() {
    return CSharpStandard.ARRAY_NAMES;
  }

  @Override
  public boolean inherits(Type.Declared type, Type.External base) {
    String name = base.simpleName();
    boolean looksLikeInterface =
        name.length() > 1 && name.charAt(0) == 'I' && Character.isUpperCase(name.charAt(1));
    return type.symbol().entry().kind() == EntityKind.INTERFACE || !looksLikeInterface;
  }
}
