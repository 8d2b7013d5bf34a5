package dev.codegraph.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
  })
  void readsPatternsAsGitDoes(String pattern, String path, boolean ignored) {
    assertEquals(ignored, new IgnorePatterns(List.of(pattern)).matches(path));
  }
}
