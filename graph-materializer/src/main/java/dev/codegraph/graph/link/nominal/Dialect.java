package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one language with named types does differently. Stateless; the defaults are what most
 * languages do.
 */
public abstract class Dialect {
  /** The name under which constructors are looked for. */
  public static final String CONSTRUCTOR = NominalScopes.CONSTRUCTOR;

  /** Begins scopes and the symbols of what is outside. */
  public abstract String prefix();

  public abstract Set<Language> languages();

  /** Takes a written type apart. */
  public abstract TypeText read(String written);

  /** Prefixes of the languages whose types it can name, its own first. */
  public List<String> platform() {
    return List.of(prefix());
  }

  /** The space of the top level of a file, with dots. */
  public String space(SourceFile file) {
    return file.facts().packageName();
  }

  /** What qualifies the names of a file where people read them. */
  public String qualifier(SourceFile file) {
    return space(file);
  }

  /** A symbol from outside, as it is told to others. */
  public String external(String name) {
    return prefix() + ":" + name;
  }

  /** The spaces whose names are visible inside of one, the nearest first. */
  public List<String> visible(String space) {
    return List.of(space);
  }

  /** The spaces whose functions and constants are visible inside of one, the nearest first. */
  public List<String> visibleFunctions(String space) {
    return visible(space);
  }

  /**
   * Whether types are named apart from all else: a name says by where it stands whether a type is
   * meant, types are never declared inside of types, and an absolute name is a whole key.
   */
  public boolean namesTypesApart() {
    return false;
  }

  /** Whether code names members of the value that it belongs to without saying so. */
  public boolean hasImplicitReceiver() {
    return true;
  }

  /** Whether calls give as many arguments as are declared, so that their number tells overloads. */
  public boolean countsArguments() {
    return true;
  }

  /** Whether a type without a constructor has that of its base. */
  public boolean inheritsConstructors() {
    return false;
  }

  /** Words for the type around. */
  public List<String> ownTypes() {
    return List.of();
  }

  /** Words for the type of the value in hand, where that is known, or else the type around. */
  public List<String> receiverTypes() {
    return List.of();
  }

  /** The word for the base of the type around; empty when it is no type's name. */
  public String baseType() {
    return "";
  }

  /** The word that qualifies what is in the space around; empty when there is none. */
  public String spaceWord() {
    return "";
  }

  /** Whether types of a kind are put into others, whose members and bases they may then name. */
  public boolean isMixedIn(EntityKind kind) {
    return false;
  }

  /** Whether what is mixed in, and then each base with all of its own, comes before the next. */
  public boolean searchesInDepth() {
    return false;
  }

  /**
   * The name under which a definition is looked for, which keeps apart what can have the same name.
   */
  public String definedName(EntityFact entity) {
    return entity.name();
  }

  /** The space of what is free, which may not be the one around it. */
  public String freeSpace(EntityFact entity, String around) {
    return around;
  }

  /** Whether a definition is free wherever it stands. */
  public boolean isAlwaysFree(EntityFact entity) {
    return false;
  }

  /** The name under which a member is looked for that is named in code. */
  public String memberName(String name, boolean isFunction, boolean isOfType) {
    return name;
  }

  /** The name under which an import would bring a function or constant. */
  public String importedName(String name) {
    return name;
  }

  /** Whether a name is that of a variable outside of functions, which only its file can name. */
  public boolean isFileVariable(String name) {
    return false;
  }

  /** A qualifier that can only be that of a space, dotted, with a dot at its end; or null. */
  public @Nullable String qualifyingSpace(String written) {
    return null;
  }

  /** The members that stand in for those that a type does not have. */
  public List<String> standIns(boolean isCall) {
    return List.of();
  }

  /** Whether what a member from outside gives, of which nothing is known, is from outside. */
  public boolean staysOutside() {
    return true;
  }

  /** Paths of files of the project that an import without a name may mean, the best first. */
  public List<String> includedFiles(SourceFile file, ImportFact one) {
    return List.of();
  }

  /** A module as it is written in an import, as a space. */
  public String module(ImportFact one) {
    return one.module();
  }

  /** The spaces that an import may mean when it is written inside of one. */
  public List<String> modules(SourceFile file, ImportFact one) {
    return List.of(module(one));
  }

  /** What a file's top says of names, see {@link FileContext#detail}. */
  public List<String> imports(SourceFile file) {
    List<String> details = new ArrayList<>();
    for (ImportFact one : file.facts().imports()) {
      for (String module : modules(file, one)) {
        details.add(importDetail(module, one.name(), one.alias()));
      }
    }
    return details;
  }

  /** Whether the imports that a file exports again are those of all files of its build module. */
  public boolean hasSharedImports() {
    return false;
  }

  /** Whether naming a space makes the spaces around it ones that can be named as well. */
  public boolean hasNestedSpaces() {
    return false;
  }

  /** The same for a type that is named with so many type arguments. */
  public String generic(String name, int count) {
    return name;
  }

  /** The name by which a type is told from others of its simple name. */
  public String typeName(EntityFact entity) {
    return entity.name();
  }

  /** What a type that is an alias stands for, as written. */
  public String aliased(EntityFact alias) {
    return alias.declaredType();
  }

  /** Whether a member can be named through its type. */
  public boolean isMember(EntityFact entity) {
    return true;
  }

  /**
   * The type that a member of a type extends, so that it is called as if it were one of that; empty
   * for none. Its first parameter is then the value that it is called on.
   */
  public String extended(EntityFact member) {
    return "";
  }

  /** The bound of a type parameter as written; empty for none. */
  public String bound(String typeParameter) {
    return "";
  }

  /** The names that an annotation may stand for, the first that is there. */
  public List<String> annotations(String written) {
    return List.of(written);
  }

  /** Whether a type that the project does not declare anywhere must come from outside. */
  public boolean isOutsideWhenUnknown(String name) {
    return false;
  }

  /** The word for the root of all spaces; empty for none. */
  public String root() {
    return "";
  }

  /** The word that calls a constructor of the base. */
  public String baseConstructor() {
    return "super";
  }

  /** Whether the names in expressions carry type arguments. */
  public boolean hasGenericNames() {
    return false;
  }

  /** Whether calling a type makes a value of it. */
  public boolean callsTypes() {
    return true;
  }

  /** A type from outside: what it is when that is one of the forms that all languages share. */
  public Type outside(String name, List<Type> arguments) {
    return new Type.External(name, arguments);
  }

  /** A value made of several. */
  public Type tuple(List<Type> parts) {
    return Type.UNKNOWN;
  }

  /** The member that an index means; empty when types have none such. */
  public String indexer() {
    return "";
  }

  /** What an index gives. */
  public Type indexed(Type type) {
    return element(type);
  }

  /** What a function is given that is passed to a member from outside. */
  public Type given(Type receiver, String member, int parameter) {
    return parameter == 0 ? element(receiver) : Type.UNKNOWN;
  }

  /** The names of types that every value has. */
  public List<String> namesOfAll() {
    return List.of();
  }

  /** The names by which arrays are extended, the nearest first. */
  public List<String> namesOfArrays() {
    return List.of("Array");
  }

  /** Whether the members of a base from outside are members of what is based on it. */
  public boolean inherits(Type.Declared type, Type.External base) {
    return true;
  }

  /** One import, written down. */
  protected static String importDetail(String space, String name, String alias) {
    return FileContext.detail(space, name, alias);
  }

  /** An import that only one space of the file has, written down. */
  protected static String importWithin(String space, String detail) {
    return FileContext.within(space, detail);
  }

  /** Whether the members of a type are also members of the one around it. */
  public boolean isCompanion(EntityFact entity) {
    return false;
  }

  /** Whether several declarations of a name are one type. */
  public boolean isPartial() {
    return false;
  }

  /** Whether a declaration is one of several of one type. */
  public boolean isPart(EntityFact type) {
    return false;
  }

  /** Whether a type can be called without a constructor that is written. */
  public boolean hasImplicitConstructor(EntityKind kind, int argumentCount) {
    return argumentCount == 0 || kind == EntityKind.RECORD || kind == EntityKind.STRUCT;
  }

  /** The qualified name of what every file knows without importing it; null for others. */
  public @Nullable String builtin(String name) {
    return null;
  }

  /** The qualified name of a function or value that every file knows; null for others. */
  public @Nullable String builtinFunction(String name) {
    return null;
  }

  /** Whether code may begin with the name of a space that is not imported. */
  public boolean hasQualifiedNames() {
    return true;
  }

  /** The type of a literal, by its kind; null when nothing is known. */
  public @Nullable String literal(String kind) {
    return null;
  }

  /** Whether a value of any type has a member, written in the standard library. */
  public boolean isUniversal(String member) {
    return false;
  }

  /** Whether values of a type of the project have a member that the language gives them. */
  public boolean isGiven(Type.Declared type, String member) {
    return isUniversal(member);
  }

  /**
   * What a member gives that the standard library has for values of any type or of an external one.
   *
   * @param receiver The value's type.
   * @param member Name.
   * @return {@link Type#UNKNOWN} when it is not known
   */
  public Type standardResult(Type receiver, String member) {
    return Type.UNKNOWN;
  }

  /**
   * What a member from outside gives that is called with type arguments.
   *
   * @return {@link Type#UNKNOWN} when it is not known
   */
  public Type generic(Type receiver, String member, List<Type> arguments) {
    return Type.UNKNOWN;
  }

  /** What iterating over a value gives; also what a function for each of its parts is given. */
  public Type element(Type type) {
    return switch (type) {
      case Type.Array array -> array.element();
      case Type.External external ->
          external.arguments().size() == 1 ? external.arguments().getFirst() : Type.UNKNOWN;
      case Type.Declared d -> Type.UNKNOWN;
      case Type.Function f -> Type.UNKNOWN;
      case Type.Unknown u -> Type.UNKNOWN;
    };
  }

  /** Whether what extends a type is seen only where it is imported or in its own space. */
  public boolean extensionsAreImported() {
    return true;
  }

  /** The function of a type's own that calling the type means; empty when it is a constructor. */
  public String calledOnType() {
    return "";
  }

  /** The type of a value of another form, which the indexer names, based on one of a type. */
  public Type other(String form, Type base) {
    return Type.UNKNOWN;
  }

  /** What waiting for a value gives. */
  public Type awaited(Type type) {
    return type instanceof Type.External external && external.arguments().size() == 1
        ? external.arguments().getFirst()
        : Type.UNKNOWN;
  }

  /** The bases of a type from outside that extensions may be written for, by simple name. */
  public List<String> basesOfExternal(String simpleName) {
    return List.of();
  }
}
