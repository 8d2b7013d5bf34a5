package dev.codegraph.graph.link.ecmascript;

import dev.codegraph.graph.link.LocalBindings;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.Expression;
import dev.codegraph.schemas.FileFacts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes an expression as a text that can be evaluated without its file: an equals sign and steps,
 * separated by line feeds. The first step is {@code n:name} of the module, {@code t:nested} an
 * instance of, {@code s:nested} something declared itself, {@code c:type} a type as written, {@code
 * m:module}, {@code l:kind} a literal, or {@code this}, the object that a method was called on;
 * then follow {@code .member}, {@code ()}, {@code new}, {@code []}, {@code await}.
 */
final class EsEncoder {
  /** The text for an object literal, whose members are entities. */
  static final String OBJECT = "=l:map";

  private static final int MAX_STEPS = 24;
  private static final int MAX_DEPTH = 6;

  private final SourceFile file;
  private final FileFacts facts;
  private final LocalBindings bindings;

  EsEncoder(SourceFile file, LocalBindings bindings) {
    this.file = file;
    this.facts = file.facts();
    this.bindings = bindings;
  }

  /**
   * The text of an expression; empty when it cannot be written.
   *
   * @param offset Place at which its names mean what they mean.
   * @param method Nested name of the type whose method returns it; empty otherwise.
   */
  String encode(int expression, int offset, String method) {
    List<String> steps = expression < 0 ? null : steps(expression, offset, 0);
    if (steps == null) {
      return "";
    }
    if (steps.size() == 1 && !method.isEmpty() && steps.getFirst().equals("t:" + method)) {
      return "=this";
    }
    return "=" + String.join("\n", steps);
  }

  private @Nullable List<String> steps(int expression, int offset, int depth) {
    List<String> reversed = new ArrayList<>();
    int at = expression;
    while (true) {
      if (reversed.size() > MAX_STEPS) {
        return null;
      }
      Expression e = facts.expressions().get(at);
      List<String> root = null;
      switch (e.kind()) {
        case MEMBER -> reversed.add("." + e.text());
        case INDEX -> reversed.add("[]");
        case AWAIT -> reversed.add("await");
        case CALL -> {
          reversed.add("()");
          if (e.base() < 0) {
            root = name(e.text(), offset, depth);
          } else if (!e.text().isEmpty()) {
            reversed.add("." + e.text());
          }
        }
        case NEW -> {
          reversed.add("new");
          if (e.base() < 0) {
            root = name(e.text(), offset, depth);
          } else {
            reversed.add("." + e.text());
          }
        }
        case NAME -> root = name(e.text(), offset, depth);
        case THIS -> root = List.of(self(e.text()));
        case CAST -> root = List.of("c:" + e.text());
        case LITERAL -> root = List.of("l:" + e.text());
        case OTHER ->
            root = e.text().startsWith("module:") ? List.of("m:" + e.text().substring(7)) : null;
        case SUPER, LAMBDA -> root = null;
      }
      if (e.base() < 0) {
        if (root == null) {
          return null;
        }
        List<String> steps = new ArrayList<>(root);
        Collections.reverse(reversed);
        steps.addAll(reversed);
        return steps.size() > MAX_STEPS ? null : steps;
      }
      at = e.base();
    }
  }

  private String self(String text) {
    boolean isStatic = text.startsWith("static ");
    int entity = Integer.parseInt(isStatic ? text.substring(7) : text);
    return (isStatic ? "s:" : "t:") + EsPolicyNames.nested(file, entity);
  }

  private @Nullable List<String> name(String text, int offset, int depth) {
    Binding binding = bindings.at(text, offset);
    if (binding == null) {
      return List.of("n:" + text);
    }
    if (!binding.declaredType().isEmpty()) {
      return List.of("c:" + binding.declaredType());
    }
    if (binding.initializer() < 0 || depth >= MAX_DEPTH) {
      return null;
    }
    Expression value = facts.expressions().get(binding.initializer());
    if (value.text().startsWith("entity:") || value.text().startsWith("import:")) {
      return null;
    }
    List<String> steps = steps(binding.initializer(), binding.start(), depth + 1);
    if (steps == null || binding.kind() != dev.codegraph.schemas.BindingKind.LOOP) {
      return steps;
    }
    List<String> element = new ArrayList<>(steps);
    element.add("[]");
    return element;
  }
}
