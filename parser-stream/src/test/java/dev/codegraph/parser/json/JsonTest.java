package dev.codegraph.parser.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  private static Json read(String text) {
    return Json.read(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void takesCommentsAndTrailingCommas() {
    Json json = read("// options\n{ \"a\": [1, true, /* two */ \"b\",], \"c\": {}, }\n");
    Json a = json.get("a");
    assertEquals(List.of("1", "true", "b"), a.elements().stream().map(Json::text).toList());
  }

  @Test
  void unescapesStrings() {
    assertEquals("a\"\\A\n/", read("{\"k\": \"a\\\"\\\\\\u0041\\n\\/\"}").string("k"));
  }

  @Test
  void knowsWhereKeysBegin() {
    assertEquals(8, read("{ \"é\": 1, \"k\": 2 }").keyStarts().get("é") + 5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "{\"a\"",
        "{\"a\": }",
        "[1 2]",
        "{\"a\": \"x",
        "{\"a\": \"\\u00\"}",
        "{} {}",
        "{\"a\\"
      })
  void refusesWhatIsNoJson(String text) {
    assertThrows(IllegalArgumentException.class, () -> read(text));
  }

  @Test
  void refusesNestingWithoutEnd() {
    String deep = "[".repeat(100_000);
    assertThrows(IllegalArgumentException.class, () -> read(deep));
  }
}
