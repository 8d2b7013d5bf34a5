package dev.codegraph.graph.link.nominal;

import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import java.util.ArrayList;
import java.util.List;

/**
 * Where files leave their entries. {@code L} is the prefix of the language:
 *
 * <ul>
 *   <li>{@code L.type:<key>}: a type by its key, which is its qualified name, or path and local id
 *       when other files cannot name it. Entries have no name.
 *   <li>{@code L.members:<key>}: the members of a type by name; {@value #CONSTRUCTOR} for
 *       constructors.
 *   <li>{@code L.free:<space>#<name>}: functions and variables outside of types. No name.
 *   <li>{@code L.extension:<type>}: members that something outside gives to types of a simple name,
 *       by name.
 *   <li>{@code L.extensions:<space>#<name>}: the same by the space that has them. No name.
 *   <li>{@code L.file:<path>}: the space of a file and its imports, see {@link FileContext}.
 *   <li>{@code L.package:<space>}: that a file of the project is in a space.
 *   <li>{@code L.around:<space>}: that a space of the project is below one.
 *   <li>{@code L.shared:<folder>}: imports that a file below a folder gives to its build module.
 * </ul>
 *
 * <p>The first detail of a type is its key, of a member that of its type, of all others the space.
 * Further details begin with a letter: bases, type parameters, parameter types, and the type that
 * an extension is for. The first four scopes but that of free definitions, and these details, are
 * what Java has as well, so languages that share a platform find each other's types.
 */
final class NominalScopes {
  static final String CONSTRUCTOR = "<init>";
  static final String BASE = "b:";
  static final String TYPE_PARAMETER = "p:";
  static final String ARGUMENT = "a:";
  static final String RECEIVER = "r:";

  /** Marks a type that is declared in several places. */
  static final String PART = "+";

  private NominalScopes() {}

  static String type(String prefix, String key) {
    return prefix + ".type:" + key;
  }

  static String members(String prefix, String key) {
    return prefix + ".members:" + key;
  }

  static String free(String prefix, String space, String name) {
    return prefix + ".free:" + space + "#" + name;
  }

  static String extension(String prefix, String simpleName) {
    return prefix + ".extension:" + simpleName;
  }

  /** Where imports find extensions: by the space that has them. */
  static String extensionsOf(String prefix, String space, String name) {
    return prefix + ".extensions:" + space + "#" + name;
  }

  static String file(String prefix, String path) {
    return prefix + ".file:" + path;
  }

  static String space(String prefix, String space) {
    return prefix + ".package:" + space;
  }

  static String around(String prefix, String space) {
    return prefix + ".around:" + space;
  }

  static String shared(String prefix, String folder) {
    return prefix + ".shared:" + folder;
  }

  /** The key of what has a name in a space. */
  static String key(String space, String name) {
    return space.isEmpty() ? name : space + "." + name;
  }

  /** The key that an entry has as its first detail. */
  static String keyOf(SymbolEntry entry) {
    return entry.details().getFirst();
  }

  static boolean isGlobal(String key) {
    return !key.startsWith("#");
  }

  /** Types, and enum members, which may have a body of their own. */
  static boolean isTypeLike(EntityKind kind) {
    return kind.isType() || kind == EntityKind.ENUM_MEMBER;
  }

  /** The key of a type of a file. */
  static String typeKey(Dialect dialect, SourceFile file, int index, String space) {
    String localId = file.localId(index);
    List<EntityFact> entities = file.facts().entities();
    StringBuilder nested = new StringBuilder();
    boolean isGlobal = localId.indexOf('~') < 0;
    for (int at = index; at != 0 && isGlobal; at = entities.get(at).parent()) {
      EntityFact entity = entities.get(at);
      if (entity.kind() == EntityKind.NAMESPACE) {
        break;
      }
      isGlobal = isTypeLike(entity.kind()) && !entity.name().startsWith("<");
      String name = dialect.typeName(entity);
      nested.insert(0, nested.isEmpty() ? name : name + ".");
    }
    return isGlobal ? key(space, nested.toString()) : "#" + file.path() + "#" + localId;
  }

  /** The simple name of the type that an entry is. */
  static String simpleName(SymbolEntry type) {
    String key = keyOf(type);
    return isGlobal(key) ? key.substring(key.lastIndexOf('.') + 1) : simpleName(type.localId());
  }

  /** The simple name in a local id. */
  static String simpleName(String localId) {
    return EntityIds.nameOf(localId);
  }

  /** The details of a kind, without their letter. */
  static List<String> all(SymbolEntry entry, String letter) {
    List<String> found = List.of();
    for (String detail : entry.details()) {
      if (detail.startsWith(letter)) {
        if (found.isEmpty()) {
          found = new ArrayList<>(2);
        }
        found.add(detail.substring(letter.length()));
      }
    }
    return found;
  }

  /** The names of the type parameters of an entry. */
  static List<String> typeParameters(SymbolEntry entry) {
    List<String> texts = all(entry, TYPE_PARAMETER);
    return texts.isEmpty() ? texts : texts.stream().map(NominalScopes::leadingName).toList();
  }

  /** The type of a parameter as written; Java writes its erased type before it. */
  static String written(String argument) {
    int space = argument.indexOf(' ');
    return space > 0 && argument.indexOf(argument.substring(0, space), space) >= 0
        ? argument.substring(space + 1)
        : argument;
  }

  static String leadingName(String text) {
    int end = 0;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end);
  }
}
