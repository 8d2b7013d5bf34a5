package dev.codegraph.parser;

import dev.codegraph.schemas.Binding;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.ExportFact;
import dev.codegraph.schemas.Expression;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.Modifier;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.ReferenceFact;
import dev.codegraph.schemas.Supertype;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * File facts as text to be read and compared: everything that the facts hold, each thing on a line
 * of its own. Lines and columns are 1-based, columns count bytes.
 */
final class FactsText {
  private final FileFacts facts;
  private final FactsBuilder positions;
  private final StringBuilder out = new StringBuilder();

  private FactsText(FileFacts facts, byte[] utf8) {
    this.facts = facts;
    this.positions = new FactsBuilder(utf8);
  }

  /**
   * The text of some facts.
   *
   * @param utf8 The content that they are about, for the positions of bindings.
   */
  static String of(FileFacts facts, byte[] utf8) {
    FactsText text = new FactsText(facts, utf8);
    text.write();
    return text.out.toString();
  }

  private void write() {
    line("file package=" + facts.packageName() + " lines=" + facts.lines());
    line("  bytes=" + facts.bytes() + " error-bytes=" + facts.errorBytes());
    facts.attributes().forEach((key, value) -> line("  attribute " + key + " = " + escape(value)));
    section("entities", facts.entities().size());
    for (int i = 0; i < facts.entities().size(); i++) {
      entity(i, facts.entities().get(i));
    }
    section("imports", facts.imports().size());
    facts.imports().forEach(this::importFact);
    section("exports", facts.exports().size());
    facts.exports().forEach(this::export);
    section("bindings", facts.bindings().size());
    facts.bindings().forEach(this::binding);
    section("references", facts.references().size());
    facts.references().forEach(this::reference);
  }

  private void section(String name, int size) {
    if (size > 0) {
      out.append('\n');
      line(name);
    }
  }

  private void entity(int index, EntityFact entity) {
    String indent = "  ".repeat(depth(entity) + 1);
    StringBuilder head = new StringBuilder(indent);
    head.append('#').append(index).append(' ').append(entity.kind().wire());
    head.append(' ').append(entity.name().isEmpty() ? "-" : entity.name());
    head.append(" at ").append(position(entity.nameLine(), entity.nameColumn()));
    head.append(" span ").append(position(entity.startLine(), positions.column(entity.start())));
    head.append('-').append(position(entity.endLine(), entity.endColumn()));
    for (Modifier modifier : Modifier.values()) {
      if (modifier.in(entity.modifiers())) {
        head.append(' ').append(modifier.name().toLowerCase(Locale.ROOT));
      }
    }
    for (EntityFlag flag : EntityFlag.values()) {
      if (flag.in(entity.flags())) {
        head.append(" +").append(flag.name().toLowerCase(Locale.ROOT));
      }
    }
    line(head.toString());
    detail(indent, "signature", entity.signature());
    detail(indent, "doc", entity.documentation());
    detail(indent, "type-parameters", String.join(", ", entity.typeParameters()));
    for (Supertype supertype : entity.supertypes()) {
      detail(indent, supertype.relation().name().toLowerCase(Locale.ROOT), supertype.name());
    }
    for (Parameter parameter : entity.parameters()) {
      detail(
          indent,
          "parameter",
          (parameter.name().isEmpty() ? "-" : parameter.name())
              + (parameter.type().isEmpty() ? "" : " : " + parameter.type())
              + (parameter.optional() ? " optional" : "")
              + (parameter.variadic() ? " variadic" : ""));
    }
    detail(indent, "type", entity.declaredType());
    detail(indent, "initializer", expression(entity.initializer()));
    if (entity.cyclomatic() != 0 || entity.cognitive() != 0) {
      detail(indent, "complexity", entity.cyclomatic() + " / " + entity.cognitive());
    }
  }

  private int depth(EntityFact entity) {
    int depth = 0;
    for (int at = entity.parent(); at >= 0; at = facts.entities().get(at).parent()) {
      depth++;
    }
    return depth;
  }

  private void detail(String indent, String name, String value) {
    if (!value.isEmpty()) {
      line(indent + "    " + name + ": " + escape(value));
    }
  }

  private void importFact(ImportFact fact) {
    line(
        "  "
            + position(fact.line(), fact.column())
            + " "
            + (fact.level() > 0 ? ".".repeat(fact.level()) + " " : "")
            + fact.module()
            + " -> "
            + (fact.name().isEmpty() ? "-" : fact.name())
            + (fact.alias().isEmpty() ? "" : " as " + fact.alias())
            + (fact.isStatic() ? " static" : "")
            + (fact.reexport() ? " reexport" : "")
            + (fact.typeOnly() ? " type-only" : "")
            + (fact.owner() == 0 ? "" : " in #" + fact.owner()));
  }

  private void export(ExportFact fact) {
    line(
        "  "
            + fact.name()
            + (fact.local().isEmpty() ? "" : " local " + fact.local())
            + (fact.module().isEmpty() ? "" : " from " + fact.module())
            + (fact.imported().isEmpty() ? "" : " name " + fact.imported())
            + (fact.entity() < 0 ? "" : " = #" + fact.entity()));
  }

  private void binding(Binding binding) {
    line(
        "  "
            + binding.name()
            + " "
            + binding.kind().name().toLowerCase(Locale.ROOT)
            + " in #"
            + binding.owner()
            + " "
            + position(binding.start())
            + "-"
            + position(binding.end())
            + (binding.declaredType().isEmpty() ? "" : " : " + escape(binding.declaredType()))
            + (binding.initializer() < 0 ? "" : " = " + expression(binding.initializer())));
  }

  private void reference(ReferenceFact reference) {
    line(
        "  "
            + position(reference.line(), reference.column())
            + " "
            + reference.role().name().toLowerCase(Locale.ROOT)
            + " "
            + reference.name()
            + (reference.argumentCount() < 0 ? "" : "/" + reference.argumentCount())
            + " in #"
            + reference.owner()
            + (reference.receiver() < 0 ? "" : " on " + expression(reference.receiver()))
            + (reference.importIndex() < 0 ? "" : " import " + reference.importIndex()));
  }

  /** The expression as one would write it, bases first; empty for none. */
  private String expression(int index) {
    if (index < 0) {
      return "";
    }
    Deque<Expression> chain = new ArrayDeque<>();
    for (int at = index; at >= 0; at = facts.expressions().get(at).base()) {
      chain.push(facts.expressions().get(at));
    }
    List<String> prefixes = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    for (Expression part : chain) {
      String dot = text.isEmpty() ? "" : ".";
      String arguments = part.argumentCount() < 0 ? "" : "(" + part.argumentCount() + ")";
      switch (part.kind()) {
        case NAME -> text.append(part.text());
        case MEMBER, CALL -> text.append(dot).append(part.text()).append(arguments);
        case NEW -> text.append(dot).append("<new ").append(part.text()).append(arguments + ">");
        case LITERAL -> text.append('<').append(part.text()).append('>');
        case THIS -> text.append(part.text()).append(part.text().isEmpty() ? "this" : ".this");
        case SUPER -> text.append(part.text()).append(part.text().isEmpty() ? "super" : ".super");
        case INDEX -> text.append("[]");
        case CAST -> text.append("<as ").append(part.text()).append('>');
        case AWAIT -> prefixes.add("await ");
        case LAMBDA -> text.append("<lambda>");
        case OTHER -> text.append("<other>").append(part.text());
      }
    }
    return String.join("", prefixes) + text;
  }

  private String position(int offset) {
    return position(positions.line(offset), positions.column(offset));
  }

  private static String position(int line, int column) {
    return (line + 1) + ":" + (column + 1);
  }

  private static String escape(String text) {
    return text.replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace("\t", "\\t");
  }

  private void line(String text) {
    out.append(text).append('\n');
  }
}
