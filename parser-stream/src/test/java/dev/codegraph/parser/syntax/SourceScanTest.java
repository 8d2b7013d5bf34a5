package dev.codegraph.parser.syntax;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SourceScanTest {
  private static final ParseLimits LIMITS =
      new ParseLimits(100_000, 10, 1_000_000, 1 << 20, Duration.ofSeconds(1), 1_000);

  @Test
  void admitsText() {
    assertNull(reason("int x = f(a[1], \"ü\");\t\r\n\f"));
    assertNull(reason(""));
  }

  @Test
  void refusesBracketsThatNestTooDeep() {
    assertNull(reason("([{<([{(([(1)])))}])}])"));
    assertEquals(RefusalReason.NESTING, reason("(".repeat(11)));
    assertEquals(RefusalReason.NESTING, reason("){[(".repeat(6)));
  }

  @Test
  void admitsManyBracketsSideBySide() {
    assertNull(reason("()[]{}".repeat(10_000)));
    assertNull(reason(")".repeat(10_000) + "(".repeat(10)));
  }

  @Test
  void refusesTypeArgumentsThatNestTooDeep() {
    assertNull(reason("A<".repeat(10)));
    assertEquals(RefusalReason.NESTING, reason("A<".repeat(11)));
    assertNull(reason("a < b;".repeat(1_000)));
    assertNull(SourceScan.refusal(Grammar.PYTHON, "a < b\n".repeat(1_000).getBytes(UTF_8), LIMITS));
  }

  @Test
  void refusesBytesThatAreNoText() {
    byte[] random = new byte[50_000];
    new Random(7).nextBytes(random);
    assertEquals(RefusalReason.BINARY, reason(random));
    assertEquals(RefusalReason.BINARY, reason("class A {}".getBytes(UTF_16)));
    assertEquals(RefusalReason.BINARY, reason("\u0001\u0002ab"));
  }

  @Test
  void admitsASingleNulInALargeFile() {
    assertNull(reason("char c = '\0';" + " ".repeat(2_000)));
  }

  @Test
  void refusesWhatIsTooLarge() {
    assertNull(reason(new byte[0]));
    assertEquals(RefusalReason.TOO_LARGE, reason(" ".repeat(100_001)));
    assertNull(reason(" ".repeat(100_000)));
  }

  private static @Nullable RefusalReason reason(String source) {
    return reason(source.getBytes(UTF_8));
  }

  private static @Nullable RefusalReason reason(byte[] source) {
    ParseOutcome.Refused refusal = SourceScan.refusal(Grammar.JAVA, source, LIMITS);
    if (refusal != null) {
      assertNotNull(refusal.detail());
      return refusal.reason();
    }
    return null;
  }
}
