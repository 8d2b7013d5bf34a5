package dev.codegraph.parser.syntax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeKindsTest {
  enum Java {
    METHOD_DECLARATION,
    IDENTIFIER,
    ERROR,
    OTHER
  }

  enum Misspelt {
    METHOD_DECLARATOIN,
    OTHER
  }

  enum WithoutOther {
    IDENTIFIER
  }

  enum Scripts {
    CLASS_DECLARATION,
    INTERFACE_DECLARATION,
    OTHER
  }

  @Test
  void findsTheConstantOfAKind() {
    NodeKinds<Java> kinds = NodeKinds.of(Grammar.JAVA, Java.class);

    assertEquals(Java.METHOD_DECLARATION, kinds.of(Grammar.JAVA.kind("method_declaration")));
    assertEquals(Java.ERROR, kinds.of(Grammar.ERROR_KIND));
    assertEquals(Java.OTHER, kinds.of(Grammar.JAVA.kind("class_declaration")));
    assertEquals(Java.OTHER, kinds.of(Grammar.JAVA.token("class")));
  }

  @Test
  void coversAllKindsThatShareAName() {
    NodeKinds<Java> kinds = NodeKinds.of(Grammar.JAVA, Java.class);
    for (int kind = 0; kind < Grammar.JAVA.kindCount(); kind++) {
      boolean isIdentifier =
          Grammar.JAVA.isNamedKind(kind) && Grammar.JAVA.kindName(kind).equals("identifier");
      assertEquals(isIdentifier, kinds.of(kind) == Java.IDENTIFIER);
    }
  }

  @Test
  void refusesAConstantThatNamesNoNodeType() {
    IllegalArgumentException refusal =
        assertThrows(
            IllegalArgumentException.class, () -> NodeKinds.of(Grammar.JAVA, Misspelt.class));
    assertTrue(refusal.getMessage().contains("METHOD_DECLARATOIN"), refusal::getMessage);
  }

  @Test
  void refusesAnEnumWithoutOther() {
    assertThrows(
        IllegalArgumentException.class, () -> NodeKinds.of(Grammar.JAVA, WithoutOther.class));
  }

  @Test
  void letsRelatedGrammarsShareAnEnum() {
    Map<Grammar, NodeKinds<Scripts>> kinds =
        NodeKinds.ofFamily(Scripts.class, Grammar.JAVASCRIPT, Grammar.TYPESCRIPT);

    assertEquals(
        Scripts.CLASS_DECLARATION,
        kinds.get(Grammar.JAVASCRIPT).of(Grammar.JAVASCRIPT.kind("class_declaration")));
    assertEquals(
        Scripts.INTERFACE_DECLARATION,
        kinds.get(Grammar.TYPESCRIPT).of(Grammar.TYPESCRIPT.kind("interface_declaration")));
    assertThrows(
        IllegalArgumentException.class, () -> NodeKinds.of(Grammar.JAVASCRIPT, Scripts.class));
  }

  @Test
  void refusesUnknownNames() {
    assertThrows(IllegalArgumentException.class, () -> Grammar.GO.kind("method_decl"));
    assertThrows(IllegalArgumentException.class, () -> Grammar.GO.token("static"));
    assertThrows(IllegalArgumentException.class, () -> Grammar.GO.field("nam"));
  }
}
