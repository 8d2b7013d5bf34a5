package dev.codegraph.parser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.parser.syntax.NativeSyntax;
import dev.codegraph.parser.syntax.ParseLimits;
import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.FileParsed;
import dev.codegraph.schemas.SourceFileRead;
import dev.codegraph.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashGuardTest {
  private static final SourceFileRead SOUND = source("python", "def f():\n    return g()\n");

  @TempDir Path folder;
  private final AtomicLong nanos = new AtomicLong();

  @Test
  void tellsTheContentThatNativesDieOfFromTheOneThatWasBesideIt() throws Exception {
    SourceFileRead bad = source("python", crashing(520));
    leaveUnfinished("sound", "bad");
    try (CrashGuard guard = guard(parserProcess())) {
      assertTrue(guard.isCareful());
      FileParsed parsed = guard.parse("sound", encoded(SOUND)).orElseThrow().parsed();
      assertEquals(ContentStatus.OK, parsed.status());
      try (ContentParser here = new ContentParser(ParseLimits.defaults())) {
        assertEquals(facts(here.parse(SOUND).parsed()), facts(parsed));
      }
      assertEquals(Optional.empty(), guard.parse("bad", encoded(bad)));
      assertTrue(guard.isCrasher("bad"));
      assertFalse(guard.isCrasher("sound"));
      assertTrue(guard.parse("sound", encoded(SOUND)).isPresent(), "it goes on after a death");
    }
    assertTrue(journal("test").isCrasher("bad"), "over the end of the process");
    assertFalse(journal("another library").isCrasher("bad"));
  }

  @Test
  void isCarefulForTenMinutesAfterTheLastDeath() {
    try (CrashGuard guard = guard(List.of())) {
      assertFalse(guard.isCareful(), "nothing was unfinished");
    }
    leaveUnfinished("one");
    try (CrashGuard guard = guard(List.of())) {
      nanos.addAndGet(Duration.ofMinutes(9).toNanos());
      assertTrue(guard.isCareful());
      nanos.addAndGet(Duration.ofMinutes(2).toNanos());
      assertFalse(guard.isCareful());
    }
  }

  @Test
  void blamesAContentForTwoDeathsFromOutsideAndNotForOne() throws Exception {
    String killed = "printf '\\000\\014\\015\\346'; kill -9 $$";
    leaveUnfinished("one");
    String once =
        "if [ -e '%1$s' ]; then exec \"$@\"; fi; touch '%1$s'; %2$s"
            .formatted(folder.resolve("was-killed"), killed);
    List<String> command = new ArrayList<>(List.of("sh", "-c", once, "sh"));
    command.addAll(parserProcess());
    try (CrashGuard guard = guard(command)) {
      assertTrue(guard.parse("one", encoded(SOUND)).isPresent());
      assertFalse(guard.isCrasher("one"));
    }
    try (CrashGuard guard = guard(List.of("sh", "-c", killed))) {
      assertEquals(Optional.empty(), guard.parse("one", encoded(SOUND)));
      assertTrue(guard.isCrasher("one"));
    }
  }

  @Test
  void blamesNoContentWhenTheProcessCannotBeStarted() throws Exception {
    try (CrashGuard guard = guard(List.of("sh", "-c", "exit 3"))) {
      byte[] source = encoded(SOUND);
      CodeGraphException failed =
          assertThrows(CodeGraphException.class, () -> guard.parse("one", source));
      assertTrue(failed.getMessage().contains("status 3"), failed.getMessage());
      assertFalse(guard.isCrasher("one"));
    }
  }

  /**
   * Python that the bundled library aborts on, and the compiled one refuses: the grammar's scanner
   * writes the indents that are open into 1,024 bytes, two for each.
   */
  private static String crashing(int depth) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      text.append(" ".repeat(i)).append("if x:\n");
    }
    return text.append(" ".repeat(depth)).append("y = 'a'\n").toString();
  }

  private void leaveUnfinished(String... keys) {
    CrashJournal died = journal("test");
    for (String key : keys) {
      died.slot(key).begin(key);
    }
  }

  private CrashJournal journal(String parser) {
    return CrashJournal.open(folder.resolve("journal"), parser);
  }

  private CrashGuard guard(List<String> command) {
    return new CrashGuard(journal("test"), new SeparateParser(command), nanos::get);
  }

  private List<String> parserProcess() {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:ErrorFile=" + folder.resolve("crash.log"),
                "-D" + NativeSyntax.PROPERTY + "=bundled",
                "-cp",
                System.getProperty("java.class.path"),
                SeparateParserMain.class.getName()));
    command.addAll(SeparateParserMain.arguments(ParseLimits.defaults()));
    return command;
  }

  private static SourceFileRead source(String language, String text) {
    return new SourceFileRead("p@1", "id", language, text.getBytes(UTF_8), "");
  }

  private static byte[] encoded(SourceFileRead source) {
    return Topics.SOURCE_FILES.codec().encode(source);
  }

  /** The facts as text, because arrays are equal only to themselves. */
  private static String facts(FileParsed parsed) {
    return new String(Topics.PARSED_FILES.codec().encode(parsed), UTF_8);
  }
}
