package dev.codegraph.program.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The nearest of some names to one that is not among them: what was probably meant. */
final class Words {
  private Words() {}

  /** The nearest name, when at most a third of its letters differ. */
  static Optional<String> nearest(String name, Collection<String> names) {
    return names.stream()
        .min(
            Comparator.<String>comparingInt(candidate -> distance(name, candidate))
                .thenComparing(Comparator.naturalOrder()))
        .filter(candidate -> distance(name, candidate) <= Math.max(2, candidate.length() / 4));
  }

  /** Insertions, deletions and replacements from one to the other. */
  static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int above = row[j];
        int same = one.charAt(i - 1) == other.charAt(j - 1) ? diagonal : diagonal + 1;
        row[j] = Math.min(same, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return row[other.length()];
  }
}
