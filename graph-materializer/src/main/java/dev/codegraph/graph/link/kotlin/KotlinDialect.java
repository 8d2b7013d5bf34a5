package dev.codegraph.graph.link.kotlin;

import dev.codegraph.graph.link.nominal.Dialect;
import dev.codegraph.graph.link.nominal.Type;
import dev.codegraph.graph.link.nominal.TypeText;
import dev.codegraph.graph.link.nominal.TypeTextReader;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Language;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Kotlin: packages, companions whose members are those of their class, functions and properties
 * that extend types, calls that make objects without a word, and the types of Java in the same
 * project.
 */
public final class KotlinDialect extends Dialect {
  private static final TypeTextReader READER =
      new TypeTextReader('<', Set.of("suspend", "in", "out", "vararg", "noinline", "crossinline"));

  @Override
  public String prefix() {
    return "kotlin";
  }

  @Override
  public Set<Language> languages() {
    return Set.of(Language.KOTLIN);
  }

  @Override
  public TypeText read(String written) {
    return READER.read(written);
  }

  @Override
  public List<String> platform() {
    return List.of("kotlin", "java");
  }

  @Override
  public boolean isCompanion(EntityFact entity) {
    return entity.kind() == EntityKind.OBJECT && entity.signature().contains("companion object");
  }

  @Override
  public boolean hasImplicitConstructor(EntityKind kind, int argumentCount) {
    // Of an interface with one method: what is called is a function for it.
    return argumentCount == 0 || kind == EntityKind.INTERFACE;
  }

  @Override
  public String calledOnType() {
    return "invoke";
  }

  @Override
  public @Nullable String builtin(String name) {
    return KotlinStandard.type(name);
  }

  @Override
  public @Nullable String builtinFunction(String name) {
    return KotlinStandard.function(name);
  }

  @Override
  public @Nullable String literal(String kind) {
    return switch (kind) {
      case "string" -> "String";
      case "boolean" -> "Boolean";
      case "number" -> "Int";
      default -> null;
    };
  }

  @Override
  public boolean isUniversal(String member) {
    return KotlinStandard.isUniversal(member);
  }

  @Override
  public Type standardResult(Type receiver, String member) {
    return KotlinStandard.result(receiver, member);
  }

  @Override
  public Type element(Type type) {
    if (type instanceof Type.External external
        && external.simpleName().endsWith("Map")
        && external.arguments().size() == 2) {
      return new Type.External("kotlin.collections.Map.Entry", external.arguments());
    }
    return super.element(type);
  }

  @Override
  public Type other(String form, Type base) {
    return form.equals("::class")
        ? new Type.External("kotlin.reflect.KClass", List.of(base))
        : Type.UNKNOWN;
  }

  @Override
  public List<String> basesOfExternal(String simpleName) {
    return KotlinStandard.bases(simpleName);
  }
}
