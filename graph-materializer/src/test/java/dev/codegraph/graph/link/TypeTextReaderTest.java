package dev.codegraph.graph.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codegraph.graph.link.nominal.TypeText;
import dev.codegraph.graph.link.nominal.TypeTextReader;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypeTextReaderTest {
  private static final TypeTextReader ANGLE = new TypeTextReader('<', Set.of("suspend", "out"));
  private static final TypeTextReader SQUARE = new TypeTextReader('[', Set.of());

  private static String shown(TypeText type) {
    return type.arguments().isEmpty()
        ? type.name()
        : type.name()
            + type.arguments().stream()
                .map(TypeTextReaderTest::shown)
                .collect(Collectors.joining(", ", "{", "}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "Item ; Item",
        "Item? ; Item",
        "?Item ; Item",
        "Item|null ; Item",
        "Item & Named ; Item",
        "org.shop.Item ; org.shop.Item",
        "List<Item> ; List{Item}",
        "Map<String, List<out Item>>? ; Map{String, List{Item}}",
        "Outer<A>.Inner<B> ; Outer.Inner{B}",
        "Item[] ; []{Item}",
        "[Item] ; []{Item}",
        "[String: Item] ; Dictionary{String, Item}",
        "(Item) -> Price ; ->{Item, Price}",
        "suspend (a: Item, List<B>) -> Unit ; ->{Item, List{B}, Unit}",
        "Builder.(Item) -> Unit ; ->{Builder, Item, Unit}",
        "((Item) -> Price)? ; ->{Item, Price}",
        "(Item, Price) ; (){Item, Price}",
        "(A) -> (B) -> C ; ->{A, ->{B, C}}",
        "@Named Item ; Item",
      })
  void takesTypesApart(String written, String expected) {
    assertEquals(expected, shown(ANGLE.read(written)));
  }

  @Test
  void takesArgumentsInSquareBrackets() {
    assertEquals("Map{String, List{Item}}", shown(SQUARE.read("Map[String, List[Item]]")));
    assertEquals("->{Item, Price}", shown(SQUARE.read("Item => Price")));
  }

  @Test
  void saysNothingOfWhatItCannotRead() {
    assertEquals(TypeText.NOTHING, ANGLE.read(""));
    assertEquals(TypeText.NOTHING, ANGLE.read("List<Item"));
    assertEquals(TypeText.NOTHING, ANGLE.read("A|B"));
    assertEquals(TypeText.NOTHING, ANGLE.read("typeof(x)"));
    assertEquals(TypeText.NOTHING, ANGLE.read("<".repeat(10_000)));
  }
}
