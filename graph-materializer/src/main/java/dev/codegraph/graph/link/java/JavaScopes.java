package dev.codegraph.graph.link.java;

import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Supertype;
import java.util.List;

/** The scopes of Java, and the keys that name types in them. */
final class JavaScopes {
  /** Name of constructors among the members of a type. */
  static final String CONSTRUCTOR = "<init>";

  static final String BASE = "b:";
  static final String TYPE_PARAMETER = "p:";
  static final String ARGUMENT = "a:";

  private JavaScopes() {}

  static String ofType(String key) {
    return "java.type:" + key;
  }

  static String ofMembers(String key) {
    return "java.members:" + key;
  }

  static String ofContext(String path) {
    return "java.file:" + path;
  }

  static String ofPackage(String name) {
    return "java.package:" + name;
  }

  static boolean isType(EntityKind kind) {
    return switch (kind) {
      case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION -> true;
      default -> false;
    };
  }

  /** Types, and enum constants with a body of their own. */
  static boolean isTypeLike(EntityKind kind) {
    return isType(kind) || kind == EntityKind.ENUM_MEMBER;
  }

  /**
   * The key of a type: its qualified name when it can be named from other files, else path and
   * local id.
   */
  static String typeKey(SourceFile file, int index) {
    String localId = file.localId(index);
    List<EntityFact> entities = file.facts().entities();
    boolean isGlobal = localId.indexOf('~') < 0;
    for (int at = index; at != 0 && isGlobal; at = entities.get(at).parent()) {
      EntityFact entity = entities.get(at);
      isGlobal = isType(entity.kind()) && !entity.name().startsWith("<");
    }
    if (!isGlobal) {
      return "#" + file.path() + "#" + localId;
    }
    String nested = EntityIds.nestedNameOf(localId);
    String packageName = file.facts().packageName();
    return packageName.isEmpty() ? nested : packageName + "." + nested;
  }

  static boolean isGlobal(String key) {
    return !key.startsWith("#");
  }

  /** Adds the bases of a type, with their type arguments where the facts have kept them. */
  static void addBases(SourceFile file, int index, List<String> details) {
    List<Supertype> bases = file.facts().entities().get(index).supertypes();
    for (int i = 0; i < bases.size(); i++) {
      String written = file.facts().attributes().get("base:" + index + ":" + i);
      details.add(BASE + (written == null ? bases.get(i).name() : written));
    }
  }

  /** A written type without what is between angle brackets. */
  static String withoutArguments(String type) {
    StringBuilder bare = new StringBuilder(type.length());
    int depth = 0;
    for (int i = 0; i < type.length(); i++) {
      char c = type.charAt(i);
      if (c == '<') {
        depth++;
      } else if (c == '>') {
        depth--;
      } else if (depth == 0) {
        bare.append(c);
      }
    }
    return bare.toString();
  }

  /** The detail of a parameter: its erased type and, when that differs, the type as written. */
  static String argument(String type) {
    String erased = erased(type);
    return erased.equals(type) ? ARGUMENT + type : ARGUMENT + erased + " " + type;
  }

  /** The type as written in the detail of a parameter. */
  static String written(String detail) {
    int space = detail.indexOf(' ');
    return detail.substring(space < 0 ? ARGUMENT.length() : space + 1);
  }

  /** A type as written, without arguments, annotations and qualifiers: enough to tell overloads. */
  static String erased(String type) {
    StringBuilder erased = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < type.length(); i++) {
      char c = type.charAt(i);
      if (c == '<') {
        depth++;
      } else if (c == '>') {
        depth--;
      } else if (depth == 0) {
        if (c == '.' || c == ' ') {
          erased.setLength(0);
        } else {
          erased.append(c);
        }
      }
    }
    return erased.toString();
  }
}
