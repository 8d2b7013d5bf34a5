package org.example.code;

import static java.util.Map.*;

import java.io.*;

final class Statements {
  private int field;
  private volatile boolean stop;
  private static transient long sum;

  // Nested branches, an else-if chain, a labelled jump: complexity.
  int branches(int a, boolean b) {
    outer:
    for (int i = 0, j = 1; i < a && b || j > 2; i++, j--) {
      if (a > 1) {
        continue outer;
      } else if (a > 2) {
        break outer;
      } else {
        sum += i;
      }
      while (!stop) {
        do {
          field--;
        } while (field > 0);
      }
    }
    return b ? a : -a;
  }

  // Old switches; constants of the switched enum; what is declared in one case holds in the next.
  void old(Thread.State state) {
    switch (state) {
      case NEW:
        int started = 1;
      case RUNNABLE:
        started = 2;
        break;
      default:
        stop = true;
    }
  }

  // Resources that are declared, and one that is a field; several exceptions in one clause.
  void resources(String path) throws IOException {
    try (var in = new FileReader(path);
        Writer out = open(path);
        this.shared) {
      in.transferTo(out);
    } catch (FileNotFoundException | UncheckedIOException e) {
      throw new IOException("no", e);
    } finally {
      synchronized (this) {
        assert field > 0 : "field " + field;
      }
    }
  }

  // Assignments read and write: compound ones, elements of arrays, fields of others.
  void assignments(Statements other, int[] values) {
    other.field = values[0];
    this.field += other.field++;
    values[values.length - 1] = field = 2;
    Statements.sum = 3L;
  }

  // Local types: a class, a record, an interface and an enum.
  Object local() {
    class Here {
      int x = field;
    }
    record Pair(int a, int b) {}
    interface Maker {
      Pair make();
    }
    enum Side {
      LEFT
    }
    return new Here().x + new Pair(1, 2).a() + Side.LEFT.ordinal();
  }

  // Texts, characters, class literals, casts and arrays.
  Object literals(Object o) {
    String text =
        """
        "quoted" \
        joined
        """;
    char c = '\'';
    int[][] grid = new int[3][], one = {{1}, {2}};
    Class<?> type = String[].class;
    return ((Comparable<String> & Serializable) o).compareTo(text + c + 0x1F + 1e3f + 0b11L);
  }

  // A chain of calls, with a static import in it.
  String chain(StringBuilder builder) {
    return builder.append(entry("k", 1)).append(1).reverse().toString();
  }

  // A test, a benchmark, something deprecated, and a program's begin.
  @Test
  void test() {}

  @Benchmark
  @Deprecated(since = "2")
  void old() {}

  public static void main(String... args) {}

  // No program begins with these.
  private static void main() {}

  static int main(int x) {
    return x;
  }
}
