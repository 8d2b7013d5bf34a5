package dev.codegraph.graph.apply;

/** Hashes of the questions that linking asks, the same on every machine. */
final class Questions {
  /** Stands for the name in a question for all entries of a scope; no name begins with it. */
  static final String ALL = "\u0001";

  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private Questions() {}

  /** Hash of the question for a name in a scope. */
  static long hash(String scope, String name) {
    return mix(add(add(0x51ED270B7F4A7C15L, scope) ^ '\n', name));
  }

  /** Hash of a path. */
  static long hash(String path) {
    return mix(add(0x2545F4914F6CDD1DL, path));
  }

  /** Hash of some bytes. */
  static long hash(long seed, byte[] bytes) {
    long hash = seed;
    for (byte b : bytes) {
      hash = (hash ^ (b & 0xFF)) * MULTIPLIER;
      hash ^= hash >>> 29;
    }
    return mix(hash);
  }

  /** The bucket of the reverse index that a question is in. */
  static int bucket(long question) {
    return (int) (question >>> 54);
  }

  private static long add(long seed, String text) {
    long hash = seed;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * MULTIPLIER;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private static long mix(long value) {
    long hash = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    hash = (hash ^ (hash >>> 27)) * 0x94D049BB133111EBL;
    return hash ^ (hash >>> 31);
  }
}
