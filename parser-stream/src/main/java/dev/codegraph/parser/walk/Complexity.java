package dev.codegraph.parser.walk;

/** Counts the complexity of one callable while its code is walked. */
public final class Complexity {
  private int cyclomatic = 1;
  private int cognitive;
  private int nesting;

  /** A branch that costs more the deeper it stands, such as {@code if}. */
  public void branch() {
    cyclomatic++;
    cognitive += 1 + nesting;
  }

  /** A {@code switch} or {@code select}: its cases count as paths, it alone as a burden. */
  public void choice() {
    cognitive += 1 + nesting;
  }

  /** A case of a choice, other than the default. */
  public void path() {
    cyclomatic++;
  }

  /** An {@code else} with another {@code if}. */
  public void chainedBranch() {
    cyclomatic++;
    cognitive++;
  }

  /** An {@code else}, or a jump to a label. */
  public void burden() {
    cognitive++;
  }

  /** An operator of a logical expression. */
  public void logical(boolean startsSequence) {
    cyclomatic++;
    if (startsSequence) {
      cognitive++;
    }
  }

  /** What follows stands one level deeper. */
  public void enter() {
    nesting++;
  }

  /** The level that was entered last ends. */
  public void leave() {
    nesting--;
  }

  /** One, and one for each path more. */
  public int cyclomatic() {
    return cyclomatic;
  }

  /** One for each break of the linear flow, and one for each level that it stands in. */
  public int cognitive() {
    return cognitive;
  }
}
