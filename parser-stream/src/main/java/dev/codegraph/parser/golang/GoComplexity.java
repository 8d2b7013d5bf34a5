package dev.codegraph.parser.golang;

/** Counts the complexity of one callable while its code is walked. */
final class GoComplexity {
  private int cyclomatic = 1;
  private int cognitive;
  private int nesting;

  /** A branch that costs more the deeper it stands, such as {@code if}. */
  void branch() {
    cyclomatic++;
    cognitive += 1 + nesting;
  }

  /** A {@code switch} or {@code select}: its cases count as paths, it alone as a burden. */
  void choice() {
    cognitive += 1 + nesting;
  }

  /** A case of a choice, other than the default. */
  void path() {
    cyclomatic++;
  }

  /** An {@code else} with another {@code if}. */
  void chainedBranch() {
    cyclomatic++;
    cognitive++;
  }

  /** An {@code else}, or a jump to a label. */
  void burden() {
    cognitive++;
  }

  /** An operator of a logical expression. */
  void logical(boolean startsSequence) {
    cyclomatic++;
    if (startsSequence) {
      cognitive++;
    }
  }

  void enter() {
    nesting++;
  }

  void leave() {
    nesting--;
  }

  int cyclomatic() {
    return cyclomatic;
  }

  int cognitive() {
    return cognitive;
  }
}
