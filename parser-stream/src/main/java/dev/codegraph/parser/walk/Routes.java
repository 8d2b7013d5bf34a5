package dev.codegraph.parser.walk;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.schemas.EntityKind;
import java.util.List;
import java.util.Locale;

/** Web routes as entities, one for each method and path that code declares. */
public final class Routes {
  /** Stands for the method where every one will do. */
  public static final String ANY = "ANY";

  private final FactsBuilder facts;

  /** Of one content. */
  public Routes(FactsBuilder facts) {
    this.facts = facts;
  }

  /** The methods that code lists; that it lists none means every one. */
  public static List<String> orAny(List<String> methods) {
    return methods.isEmpty() ? List.of(ANY) : methods;
  }

  /**
   * A path behind what a group, a router or a class puts before it, as they are written but for one
   * slash at the begin and between them.
   */
  public static String join(String prefix, String path) {
    int end = prefix.length();
    while (end > 0 && prefix.charAt(end - 1) == '/') {
      end--;
    }
    int start = 0;
    while (start < path.length() && path.charAt(start) == '/') {
      start++;
    }
    if (path.isEmpty()) {
      return rooted(prefix);
    }
    return rooted(prefix.substring(0, end)) + "/" + path.substring(start);
  }

  private static String rooted(String path) {
    int start = 0;
    while (start < path.length() && path.charAt(start) == '/') {
      start++;
    }
    return start == path.length() ? "" : "/" + path.substring(start);
  }

  /**
   * Adds a route.
   *
   * @param method HTTP method in any case, or {@link #ANY}.
   * @param place Byte offset of the literal or annotation that says the path.
   * @param start Byte offset at which the declaration begins.
   * @param end Byte offset after the declaration.
   * @param parent Index of the type or file that the handler is in.
   */
  public EntityDraft add(String method, String path, int place, int start, int end, int parent) {
    String name = method.toUpperCase(Locale.ROOT) + " " + (path.isEmpty() ? "/" : path);
    return facts
        .entity(EntityKind.ROUTE, name, place, Math.min(place, start), Math.max(place, end), parent)
        .signature(name);
  }

  /** The type that an entity is or lies in; the file when there is none. */
  public int typeOf(int entity) {
    int at = entity;
    while (at > 0 && !facts.entity(at).kind().isType()) {
      at = facts.entity(at).parent();
    }
    return at;
  }
}
