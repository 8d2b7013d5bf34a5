package dev.codegraph.parser.ecmascript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.parser.syntax.Grammar;
import dev.codegraph.parser.syntax.ParseLimits;
import dev.codegraph.parser.syntax.ParseOutcome;
import dev.codegraph.parser.syntax.SyntaxParser;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Role;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class EcmaScriptIndexerTest {
  private static FileFacts index(String text) {
    try (SyntaxParser parser = new SyntaxParser(ParseLimits.defaults())) {
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      return switch (parser.parse(Grammar.TYPESCRIPT, utf8)) {
        case ParseOutcome.Parsed parsed -> new EcmaScriptIndexer().index(parsed.tree());
        case ParseOutcome.Refused refused -> throw new AssertionError(refused.detail());
      };
    }
  }

  private static List<String> references(FileFacts facts, Role role) {
    return facts.references().stream()
        .filter(reference -> reference.role() == role)
        .map(reference -> reference.name())
        .toList();
  }

  private static EntityFact entity(FileFacts facts, String name) {
    return facts.entities().stream()
        .filter(entity -> entity.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void chainOfTenThousandCallsGivesAReferenceEach() {
    FileFacts facts = index("x" + ".a(1)".repeat(10_000) + ";");
    assertEquals(10_000, references(facts, Role.CALL).size());
  }

  @Test
  void localsShadowModuleNamesInTheirBlockOnly() {
    FileFacts facts =
        index("const a = 1; function f() { { let a = 2; use(a); } use(a); var b; { use(b); } }");
    assertEquals(List.of("a"), references(facts, Role.READ));
  }

  @Test
  void hoistedFunctionsAreKnownBeforeTheyAreWritten() {
    FileFacts facts = index("function f() { run(later); function later() {} }");
    assertEquals(List.of("later"), references(facts, Role.FUNCTION_VALUE));
  }

  @Test
  void typeParametersAreNoReferences() {
    FileFacts facts = index("function f<T>(a: T, b: Map<T, U>): T { return <T>a; }");
    assertEquals(List.of("Map", "U"), references(facts, Role.TYPE));
  }

  @Test
  void variableThatIsAssignedTwiceHasNoInitializer() {
    FileFacts facts = index("let a = new A(); a = new B(); let b; b = new B();");
    assertEquals(-1, entity(facts, "a").initializer());
    assertTrue(entity(facts, "b").initializer() >= 0);
  }

  @Test
  void overloadsAreOneEntity() {
    FileFacts facts =
        index("function f(a: string): A;\nfunction f(a: number, b: B): C;\nfunction f(a: any) {}");
    List<EntityFact> functions =
        facts.entities().stream().filter(e -> e.kind() == EntityKind.FUNCTION).toList();
    assertEquals(1, functions.size());
    assertEquals("", functions.getFirst().declaredType());
    assertEquals(0, functions.getFirst().startLine());
    assertEquals(2, functions.getFirst().endLine());
  }

  @Test
  void codeOfACallbackWithANameIsItsOwn() {
    FileFacts facts = index("list.forEach(function each(x) { each(x.next); });");
    assertEquals(List.of("forEach", "each"), references(facts, Role.CALL));
    assertEquals(List.of("each"), references(facts, Role.FUNCTION_VALUE));
    assertEquals(
        facts.entities().indexOf(entity(facts, "each")), facts.references().getLast().owner());
  }
}
