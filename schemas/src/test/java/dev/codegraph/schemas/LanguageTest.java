package dev.codegraph.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
  @ParameterizedTest
  @CsvSource({
    "a/A.java, java",
    "a.b/x.test.tsx, tsx",
    "a/Rakefile, ruby",
    "build.sbt, sbt",
    "other.sbt, scala",
    "build.gradle.kts, gradle_kotlin",
    "other.gradle.kts, kotlin",
    "requirements.txt, requirements",
    "requirements-dev.txt, requirements",
    "my-requirements.txt,",
    "Dockerfile, dockerfile",
    "Dockerfile.prod, dockerfile",
    "compose.yml, compose",
    "compose.prod.yml, compose",
    "docker-compose.override.yaml, compose",
    "compose.prod.txt,",
    "tsconfig.base.json, tsconfig",
    "tsconfig.json, tsconfig",
    "other.json,",
    "deployment.yml, kubernetes",
    "pubspec.yaml, pubspec",
    "a.C, cpp",
    "a.c, c",
    "java,",
  })
  void isSaidByTheNameOfTheFile(String path, String wire) {
    assertEquals(wire, Language.ofPath(path).map(Language::wire).orElse(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Rakefile", "a/Gemfile", "Dockerfile", "compose.yml", "a.rb"})
  void isNotAskedOfTheContentWhereTheNameSaysIt(String path) {
    assertFalse(Language.isDecidedByContent(path));
  }
}
