package dev.codegraph.parser.walk;

import dev.codegraph.schemas.Role;
import java.util.Arrays;
import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * An operand and the nodes that are applied to it, such as the calls of {@code a.b().c()}, walked
 * from the inside out and without recursion: a chain may be thousands of calls long. What a node is
 * applied to is for the language to say.
 */
public abstract class OperandChain {
  private final Role role;
  private final boolean wanted;

  /** The nodes that are applied, the outermost first. */
  private int[] steps = new int[4];

  /** Index of the present node; that of the inmost operand is the number of steps. */
  private int at;

  /**
   * A chain that is still to be walked.
   *
   * @param role What happens to the value of the whole.
   * @param wanted Whether somebody needs the expression of the whole.
   */
  protected OperandChain(Role role, boolean wanted) {
    this.role = role;
    this.wanted = wanted;
  }

  /** The operand that a node is applied to, or -1 when it is the inmost. */
  protected abstract int operand(int node);

  /**
   * Walks the inmost operand and then each node that is applied, up to the outermost one.
   *
   * @param primary Walks the operand that stands alone; gives the index of its expression.
   * @param apply Walks a node that is applied to an expression; gives the index of its own.
   * @return index of the expression of the whole, -1 when it is not wanted
   */
  public final int walk(int outermost, IntUnaryOperator primary, IntBinaryOperator apply) {
    int result = primary.applyAsInt(climbDown(outermost));
    while (--at >= 0) {
      result = apply.applyAsInt(steps[at], result);
    }
    return result;
  }

  /** Collects the nodes that are applied; gives the operand that stands alone. */
  private int climbDown(int outermost) {
    int node = outermost;
    for (int inner = operand(node); inner >= 0; inner = operand(node)) {
      if (at == steps.length) {
        steps = Arrays.copyOf(steps, at * 2);
      }
      steps[at++] = node;
      node = inner;
    }
    return node;
  }

  /**
   * A node that is applied after the present one, or -1 when the chain is shorter.
   *
   * @param later 0 for the next one.
   */
  public final int applied(int later) {
    int index = at - 1 - later;
    return index < 0 ? -1 : steps[index];
  }

  /** Whether somebody needs the expression of the present node. */
  public final boolean wanted() {
    return wanted || at > 0;
  }

  /** What happens to the value of the whole. */
  protected final Role wholeRole() {
    return role;
  }
}
