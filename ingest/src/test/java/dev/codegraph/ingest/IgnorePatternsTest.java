package dev.codegraph.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnorePatternsTest {
  @ParameterizedTest
  @CsvSource({
    "node_modules/, a/node_modules/x.js, true",
    "node_modules/, node_modules, false",
    "node_modules/, a/node_modules.js, false",
    "node_modules/, a/my_node_modules/x.js, false",
    "*.log, a/b/server.log, true",
    "*.log, a/server.log.java, false",
    "*.log, a/dir.log/x.java, true",
    "*~, src/A.java~, true",
    ".DS_Store, a/.DS_Store, true",
    ".DS_Store, a/x.DS_Store, false",
    "/gen, gen/A.java, true",
    "/gen, src/gen/A.java, false",
    "docs/api/, docs/api/a/B.java, true",
    "docs/api/, x/docs/api/B.java, false",
    "docs/api/, docs/api, false",
    "src/*.java, src/A.java, true",
    "src/*.java, src/a/A.java, false",
    "src/**/Gen.java, src/Gen.java, true",
    "src/**/Gen.java, src/a/b/Gen.java, true",
    "**/gen/*.java, a/b/gen/A.java, true",
    "test?.py, test1.py, true",
    "test?.py, test12.py, false",
    "[abc].py, b.py, true",
    "[!abc].py, b.py, false",
    "[!abc].py, d.py, true",
    "a+b.py, a+b.py, true",
    "a.b, axb, false",
    "cmake-*/, cmake-build/x.java, true",
    "a**b.py, axxb.py, true",
    "x/a**b.py, x/a/b.py, false",
    "src/**, src/a/B.java, true",
    "src/**, src, false",
    "\\!x.py, !x.py, true",
    "a\\*.py, a*.py, true",
    "a\\*.py, ab.py, false",
  })
  void readsPatternsAsGitDoes(String pattern, String path, boolean ignored) {
    assertEquals(ignored, new IgnorePatterns(List.of(pattern)).matches(path));
  }

  @ParameterizedTest
  @CsvSource({
    "gen/ !gen/, gen/A.java, false",
    "!gen/ gen/, gen/A.java, true",
    "gen/* !gen/keep, gen/keep/A.java, false",
    "gen/* !gen/keep, gen/drop/A.java, true",
    "gen/ !gen/keep, gen/keep/A.java, true",
    "gen/ !gen/keep/, gen/keep/A.java, true",
    "*.py !main.py, a/main.py, false",
    "*.py !main.py, a/other.py, true",
    "*.py !/main.py, a/main.py, true",
    "*.py !/main.py, main.py, false",
    "vendor/ !/own/vendor/, own/vendor/A.java, false",
    "vendor/ !/own/vendor/, other/vendor/A.java, true",
    "*.py !a*.py ab*.py, abc.py, true",
    "*.py !a*.py ab*.py, ac.py, false",
    "/* !/src/, src/A.java, false",
    "/* !/src/, docs/A.java, true",
    "**/gen/** !**/gen/A.java, x/gen/A.java, false",
    "**/gen/** !**/gen/A.java, x/gen/B.java, true",
  })
  void letsTheLastPatternThatMatchesDecide(String patterns, String path, boolean ignored) {
    assertEquals(ignored, new IgnorePatterns(List.of(patterns.split(" "))).matches(path));
  }

  /** Git itself decides about every path of a small world. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a/ !a/",
        "a/* !a/b",
        "/a !b",
        "**/b !/a/b",
        "a/** !a/b/**",
        "a/** !a/b/ !a/b/**",
        "b !/a/b !b/c",
        "* !*/ !c",
        "[ab] !a/[b-c]",
        "a**c !a?c",
        "*c !abc !/a/*c"
      })
  void saysWhatGitSays(String patterns, @TempDir Path folder) throws Exception {
    List<String> paths = new ArrayList<>();
    for (String first : List.of("a/", "b/", "c/", "ac/")) {
      for (String second : List.of("", "a/", "b/", "c/", "abc/")) {
        for (String name : second.isEmpty() ? List.of("f", "ac") : List.of("f", "c", "abc")) {
          paths.add(first + second + name);
        }
      }
    }
    Files.writeString(folder.resolve(".gitignore"), patterns.replace(' ', '\n'));
    run(folder, "git", "init", "-q");
    for (String path : paths) {
      Files.createDirectories(folder.resolve(path).getParent());
      Files.writeString(folder.resolve(path), "");
    }
    List<String> kept =
        run(folder, "git", "ls-files", "--others", "--exclude-standard").stream()
            .filter(path -> !path.startsWith(".git"))
            .sorted()
            .toList();
    IgnorePatterns ours = new IgnorePatterns(List.of(patterns.split(" ")));
    assertEquals(kept, paths.stream().filter(path -> !ours.matches(path)).sorted().toList());
  }

  private static List<String> run(Path folder, String... command) throws Exception {
    Process process = new ProcessBuilder(command).directory(folder.toFile()).start();
    List<String> lines = process.inputReader().lines().toList();
    assertEquals(0, process.waitFor());
    return lines;
  }
}
