package dev.codegraph.parser.ecmascript;

/** Cyclomatic and cognitive complexity of one callable, counted while its body is walked. */
final class EsComplexity {
  private int cyclomatic = 1;
  private int cognitive;

  /** A branch that makes what is inside harder to follow the deeper it is. */
  void branch(int nesting) {
    cyclomatic++;
    cognitive += 1 + nesting;
  }

  /** A branch that continues another: else if. */
  void continued() {
    cyclomatic++;
    cognitive++;
  }

  /** Something nested without a decision of its own: switch, catch. */
  void nested(int nesting) {
    cognitive += 1 + nesting;
  }

  /** One more way through that reads flat: a case of a switch. */
  void path() {
    cyclomatic++;
  }

  /** One more thing to keep in mind: else, a jump to a label, another logical operator. */
  void burden() {
    cognitive++;
  }

  int cyclomatic() {
    return cyclomatic;
  }

  int cognitive() {
    return cognitive;
  }
}
