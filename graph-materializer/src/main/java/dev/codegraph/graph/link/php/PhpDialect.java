package dev.codegraph.graph.link.php;

import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.nominal.Dialect;
import dev.codegraph.graph.link.nominal.Type;
import dev.codegraph.graph.link.nominal.TypeText;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * PHP. Types, functions and constants have names of their own each, types that of their namespace
 * and no other, functions and constants those of the global namespace as well. Spaces are
 * namespaces with dots. Properties and variables are looked for with their dollar sign, so that
 * constants and methods of the same name are never meant.
 */
public final class PhpDialect extends Dialect {
  @Override
  public String prefix() {
    return "php";
  }

  @Override
  public Set<Language> languages() {
    return Set.of(Language.PHP);
  }

  @Override
  public TypeText read(String written) {
    return PhpTypeText.read(written);
  }

  @Override
  public String space(SourceFile file) {
    return dotted(file.facts().packageName());
  }

  @Override
  public String qualifier(SourceFile file) {
    return file.facts().packageName();
  }

  @Override
  public String external(String name) {
    return "php:" + name.replace('.', '\\');
  }

  static String dotted(String name) {
    return name.replace('\\', '.');
  }

  @Override
  public List<String> visibleFunctions(String space) {
    return space.isEmpty() ? List.of("") : List.of(space, "");
  }

  @Override
  public String module(ImportFact one) {
    return dotted(one.module());
  }

  @Override
  public List<String> imports(SourceFile file) {
    List<String> details = new ArrayList<>();
    for (ImportFact one : file.facts().imports()) {
      if (!one.name().isEmpty()) {
        String here = one.alias().isEmpty() ? one.name() : one.alias();
        String alias = one.isStatic() ? importedName(here) : one.alias();
        String detail = importDetail(module(one), one.name(), alias);
        EntityFact owner = file.facts().entities().get(one.owner());
        details.add(
            owner.kind() == EntityKind.NAMESPACE
                ? importWithin(dotted(owner.name()), detail)
                : detail);
      }
    }
    return details;
  }

  @Override
  public String importedName(String name) {
    return "function " + name;
  }

  @Override
  public boolean namesTypesApart() {
    return true;
  }

  @Override
  public boolean hasImplicitReceiver() {
    return false;
  }

  @Override
  public boolean countsArguments() {
    // More than are declared are no error, and what is spread counts as one.
    return false;
  }

  @Override
  public boolean inheritsConstructors() {
    return true;
  }

  @Override
  public List<String> ownTypes() {
    return List.of("self");
  }

  @Override
  public List<String> receiverTypes() {
    return List.of("static", "$this");
  }

  @Override
  public String baseType() {
    return "parent";
  }

  @Override
  public String spaceWord() {
    return "namespace";
  }

  @Override
  public boolean isMixedIn(EntityKind kind) {
    return kind == EntityKind.TRAIT;
  }

  @Override
  public boolean searchesInDepth() {
    return true;
  }

  @Override
  public boolean hasQualifiedNames() {
    return false;
  }

  @Override
  public boolean staysOutside() {
    // What a container or a library gives is as often a value of the project.
    return false;
  }

  @Override
  public String definedName(EntityFact entity) {
    return switch (entity.kind()) {
      case PROPERTY, VARIABLE -> "$" + entity.name();
      case FUNCTION -> isClosure(entity) ? "$" + entity.name() : entity.name();
      case METHOD -> entity.name();
      default -> entity.name().substring(entity.name().lastIndexOf('\\') + 1);
    };
  }

  /** A variable that a closure is assigned to is a function, which no word makes public. */
  private static boolean isClosure(EntityFact entity) {
    return !Modifier.PUBLIC.in(entity.modifiers());
  }

  @Override
  public boolean isAlwaysFree(EntityFact entity) {
    return entity.kind() == EntityKind.FUNCTION
        ? !isClosure(entity)
        : entity.kind() == EntityKind.CONSTANT && isDefined(entity);
  }

  /** Whether a constant is made by a call, by its whole name. */
  private static boolean isDefined(EntityFact entity) {
    return entity.signature().startsWith("define");
  }

  @Override
  public String freeSpace(EntityFact entity, String around) {
    if (entity.kind() != EntityKind.CONSTANT || !isDefined(entity)) {
      return around;
    }
    int cut = entity.name().lastIndexOf('\\');
    return cut < 0 ? "" : dotted(entity.name().substring(0, cut));
  }

  @Override
  public String memberName(String name, boolean isFunction, boolean isOfType) {
    if (isFunction) {
      return name.equals("__construct") ? CONSTRUCTOR : name;
    }
    return isOfType || name.startsWith("$") ? name : "$" + name;
  }

  @Override
  public boolean isFileVariable(String name) {
    return name.startsWith("$");
  }

  @Override
  public @Nullable String qualifyingSpace(String written) {
    return written.endsWith("\\") ? dotted(written) : null;
  }

  @Override
  public List<String> standIns(boolean isCall) {
    return isCall ? List.of("__call", "__callStatic") : List.of("__get", "__set");
  }

  @Override
  public @Nullable String builtin(String name) {
    return PhpStandard.isType(name) ? name : null;
  }

  @Override
  public @Nullable String builtinFunction(String name) {
    return PhpStandard.isFunction(name) || PhpStandard.isConstant(name) ? name : null;
  }

  @Override
  public boolean isGiven(Type.Declared type, String member) {
    if (type.symbol().entry().kind() != EntityKind.ENUM) {
      return false;
    }
    return switch (member) {
      case "name", "value", "cases", "from", "tryFrom" -> true;
      default -> false;
    };
  }

  @Override
  public Type standardResult(Type receiver, String member) {
    if (receiver instanceof Type.Declared declared && isGiven(declared, member)) {
      return switch (member) {
        case "cases" -> new Type.Array(declared);
        case "from", "tryFrom" -> declared;
        default -> Type.UNKNOWN;
      };
    }
    return Type.UNKNOWN;
  }

  @Override
  public Type element(Type type) {
    return switch (type) {
      case Type.Array array -> array.element();
      case Type.Declared declared -> last(declared.arguments());
      case Type.External external ->
          external.simpleName().equals("Generator") && external.arguments().size() > 2
              ? external.arguments().get(1)
              : last(external.arguments());
      case Type.Function f -> Type.UNKNOWN;
      case Type.Unknown u -> Type.UNKNOWN;
    };
  }

  private static Type last(List<Type> arguments) {
    return arguments.isEmpty() ? Type.UNKNOWN : arguments.getLast();
  }

  @Override
  public Type other(String form, Type base) {
    return switch (form) {
      case "each", "??", "?:" -> base;
      default -> Type.UNKNOWN;
    };
  }

  @Override
  public List<String> includedFiles(SourceFile file, ImportFact one) {
    String path = one.module();
    String folder = file.folder();
    List<String> paths = new ArrayList<>(2);
    if (path.startsWith(".")) {
      add(paths, folder + "/" + path);
    } else if (!path.startsWith("/")) {
      add(paths, folder + "/" + path);
      add(paths, path);
    }
    return paths;
  }

  /** Adds a path without dots in it, unless it leaves the project. */
  private static void add(List<String> paths, String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      if (part.equals("..")) {
        if (parts.isEmpty()) {
          return;
        }
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    paths.add(String.join("/", parts));
  }
}
