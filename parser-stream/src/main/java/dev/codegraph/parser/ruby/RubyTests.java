package dev.codegraph.parser.ruby;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.schemas.EntityFlag;
import dev.codegraph.schemas.Supertype;

/** Which methods are tests: those of minitest and test-unit by their names, in a class of tests. */
final class RubyTests {
  private RubyTests() {}

  /** Flags a method that its name and its class make a test or a benchmark. */
  static void judge(EntityDraft method, EntityDraft type) {
    if (method.name().startsWith("test_") && isTestClass(type)) {
      method.flag(EntityFlag.TEST);
    } else if (method.name().startsWith("bench_") && isTestClass(type)) {
      method.flag(EntityFlag.BENCHMARK);
    }
  }

  private static boolean isTestClass(EntityDraft type) {
    String name = type.name();
    if (name.startsWith("Test") || name.endsWith("Test") || name.endsWith("Tests")) {
      return true;
    }
    for (Supertype base : type.supertypes()) {
      String text = base.name();
      if (text.contains("Test") || text.contains("Minitest") || text.contains("Benchmark")) {
        return true;
      }
    }
    return name.endsWith("Benchmark") || name.startsWith("Bench");
  }

  /** Whether a call with a block begins tests: of RSpec, of minitest's specs, or of Rails. */
  static boolean isTestCall(String name, boolean hasDescription) {
    return switch (name) {
      case "describe",
          "it",
          "specify",
          "scenario",
          "feature",
          "shared_examples",
          "shared_context",
          "test",
          "should" ->
          hasDescription;
      default -> false;
    };
  }
}
