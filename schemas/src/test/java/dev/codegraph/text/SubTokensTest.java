package dev.codegraph.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SubTokensTest {
  @ParameterizedTest
  @CsvSource({
    "HTTPServer2_fooBar, http server 2 foo bar",
    "parseXML, parse xml",
    "XMLParser, xml parser",
    "aB, a b",
    "ABc, a bc",
    "ABC, abc",
    "utf8Text, utf 8 text",
    "2ndTry, 2 nd try",
    "snake_case_name, snake case name",
    "__init__, init",
    "a.b/c-d$e, a b c d e",
    "größeÄndern, größe ändern",
    "x, x"
  })
  void splitsWherePeopleReadAWordEnd(String text, String parts) {
    assertEquals(List.of(parts.split(" ")), SubTokens.of(text));
  }

  @Test
  void hasNoPartsWithoutLettersAndDigits() {
    assertEquals(List.of(), SubTokens.of(""));
    assertEquals(List.of(), SubTokens.of(" _-$ "));
  }

  @Test
  void lowersTheSameWayInEveryLocale() {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.of("tr"));
    try {
      assertEquals(List.of("title", "i"), SubTokens.of("TITLE_I"));
    } finally {
      Locale.setDefault(before);
    }
  }
}
