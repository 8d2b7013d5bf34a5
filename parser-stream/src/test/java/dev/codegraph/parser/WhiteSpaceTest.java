package dev.codegraph.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WhiteSpaceTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        " a b ",
        "a  b",
        "a\tb",
        "\u2003a\u2003b\u2003",
        "a \n\r\n b\u000bc",
        "void f(int a,\n       int b)"
      })
  void collapsesRunsAsTheRegularExpressionDid(String text) {
    assertEquals(text.strip().replaceAll("\\s+", " "), WhiteSpace.single(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "int f(int a, int b)"})
  void givesBackWhatIsSingleAlready(String text) {
    assertSame(text, WhiteSpace.single(text));
  }
}
