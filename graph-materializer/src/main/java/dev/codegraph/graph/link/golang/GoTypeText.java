package dev.codegraph.graph.link.golang;

import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.BindingKind;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rewrites the types that a file writes down so that they can be read anywhere:
 *
 * <ul>
 *   <li>a package name before a dot becomes the import path in guillemets, {@code «net/http».Get};
 *       where the path is not plain, the name and all paths it may be, divided by bars;
 *   <li>a type parameter of a type becomes {@code $} and its number, one of a function {@code %};
 *       in the body of a method of the type {@code ^Type:} and the number, for its constraint;
 *   <li>a name that a dot import may bring has a dot and the paths of these as its package;
 *   <li>an anonymous or local type becomes {@code @«path#local id»}.
 * </ul>
 *
 * Everything else stays; names without a package are those of the file's own package.
 */
final class GoTypeText {
  private final SourceFile file;
  private final GoImports imports;
  private final GoLocals locals;

  /** Anonymous types by their text; the indexer gives each of them its text as signature. */
  private final Map<String, int[]> anonymous = new HashMap<>();

  /** Types declared in functions by the place of their name. */
  private final Map<Integer, Integer> localTypes = new HashMap<>();

  private final Map<Integer, String> receiverTypes = new HashMap<>();
  private final Map<String, String> rewritten = new HashMap<>();

  GoTypeText(SourceFile file, GoImports imports, GoLocals locals) {
    this.file = file;
    this.imports = imports;
    this.locals = locals;
    List<EntityFact> entities = file.facts().entities();
    for (int i = 0; i < entities.size(); i++) {
      EntityFact entity = entities.get(i);
      if (entity.kind().isType() && entity.parent() > 0) {
        localTypes.put(entity.nameStart(), i);
      }
      if (entity.name().equals("<anonymous>")) {
        int index = i;
        anonymous.merge(
            entity.signature(),
            new int[] {index},
            (old, one) -> {
              int[] more = java.util.Arrays.copyOf(old, old.length + 1);
              more[old.length] = index;
              return more;
            });
      }
    }
  }

  /** The key of a type that has no name in its package. */
  String key(int entity) {
    return file.path() + "#" + file.localId(entity);
  }

  /**
   * Rewrites a type.
   *
   * @param text The type as the facts have it.
   * @param offset Place where it is written, for what is local there.
   * @param inBody Whether to read it inside its function, where a type parameter of the function
   *     has the type of its constraint.
   */
  String rewrite(String text, int offset, boolean inBody) {
    if (text.isEmpty()) {
      return text;
    }
    boolean plain = !locals.hasTypes() && text.indexOf('{') < 0;
    if (plain) {
      String known = rewritten.get(text);
      if (known == null) {
        known = new Rewriting(text, offset, inBody).run();
        rewritten.put(text, known);
      }
      return known;
    }
    return new Rewriting(text, offset, inBody).run();
  }

  private final class Rewriting {
    private final String text;
    private final int offset;
    private final boolean inBody;
    private final StringBuilder out = new StringBuilder();
    private int at;

    Rewriting(String text, int offset, boolean inBody) {
      this.text = text;
      this.offset = offset;
      this.inBody = inBody;
    }

    String run() {
      while (at < text.length()) {
        char c = text.charAt(at);
        if (Character.isJavaIdentifierStart(c)) {
          word();
        } else {
          out.append(c);
          at++;
        }
      }
      return out.toString();
    }

    private String identifier() {
      int start = at;
      while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
        at++;
      }
      return text.substring(start, at);
    }

    private void word() {
      int start = at;
      String name = identifier();
      boolean qualifies =
          at + 1 < text.length()
              && text.charAt(at) == '.'
              && Character.isJavaIdentifierStart(text.charAt(at + 1));
      if (qualifies) {
        at++;
        out.append(qualifier(imports, name)).append('.').append(identifier());
        return;
      }
      switch (name) {
        case "func", "map", "chan" -> out.append(name);
        case "struct", "interface" -> body(start, name);
        default -> unqualified(name);
      }
    }

    private void body(int start, String keyword) {
      int open = text.indexOf('{', at);
      at = open < 0 ? text.length() : closing(text, open) + 1;
      String whole = text.substring(start, Math.min(at, text.length()));
      int[] entities = anonymous.get(whole);
      if (entities == null) {
        out.append(keyword).append("{}");
        return;
      }
      // Of several types with one text the next one from here is this very one, or as good.
      int best = entities[0];
      for (int entity : entities) {
        best = file.facts().entities().get(entity).nameStart() <= offset ? entity : best;
      }
      out.append("@«").append(key(best)).append('»');
    }

    private void unqualified(String name) {
      int index = locals.hasTypes() ? locals.at(name, offset) : -1;
      Binding binding = index < 0 ? null : locals.get(index);
      if (binding == null || !GoLocals.isType(binding)) {
        if (!imports.dots().isEmpty() && !GoTypes.isPredeclared(name)) {
          out.append("«").append(GoTypeReader.DOTS);
          imports.dots().forEach(path -> out.append('|').append(path));
          out.append("».");
        }
        out.append(name);
        return;
      }
      EntityFact owner = file.facts().entities().get(binding.owner());
      int local = localType(binding);
      if (local >= 0) {
        out.append("@«").append(key(local)).append('»');
      } else if (owner.kind() == EntityKind.METHOD) {
        out.append(inBody ? "^" + receiverType(binding.owner()) + ":" : "$");
        out.append(receiverParameter(index));
      } else if (!owner.kind().isCallable()) {
        out.append('$').append(Math.max(0, owner.typeParameters().indexOf(name)));
      } else if (inBody && binding.declaredType().length() > 5) {
        out.append(new Rewriting(binding.declaredType().substring(5), owner.start(), false).run());
      } else {
        out.append('%').append(Math.max(0, owner.typeParameters().indexOf(name)));
      }
    }

    private String receiverType(int method) {
      if (receiverTypes.isEmpty()) {
        for (Binding binding : file.facts().bindings()) {
          if (binding.kind() == BindingKind.RECEIVER) {
            receiverTypes.put(binding.owner(), GoDeclarer.baseName(binding.declaredType()));
          }
        }
      }
      return receiverTypes.getOrDefault(method, "");
    }

    /** The number of a type parameter among those that a method's receiver names, all in a row. */
    private int receiverParameter(int index) {
      int number = 0;
      int owner = locals.get(index).owner();
      while (number < index
          && locals.get(index - number - 1).owner() == owner
          && GoLocals.isType(locals.get(index - number - 1))) {
        number++;
      }
      return number;
    }
  }

  /** The entity of a type that is declared in a function, -1 for a type parameter. */
  int localType(Binding binding) {
    return binding.declaredType().equals("type")
        ? localTypes.getOrDefault(binding.start(), -1)
        : -1;
  }

  /** What stands for the name of a package: its path, or the name and the paths it may be. */
  static String qualifier(GoImports imports, String name) {
    List<String> paths = imports.candidates(name);
    return paths.size() == 1 && imports.isObvious(name)
        ? "«" + paths.getFirst() + "»"
        : "«" + name + "|" + String.join("|", paths) + "»";
  }

  /** The place of the brace that closes the one at a place; strings between are passed over. */
  static int closing(String text, int open) {
    int depth = 0;
    int at = open;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '{') {
        depth++;
      } else if (c == '}') {
        depth--;
        if (depth == 0) {
          return at;
        }
      } else if (c == '`' || c == '"') {
        int end = text.indexOf(c, at + 1);
        at = end < 0 ? text.length() : end;
      }
      at++;
    }
    return text.length() - 1;
  }
}
