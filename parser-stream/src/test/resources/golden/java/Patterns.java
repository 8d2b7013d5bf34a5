package org.example.patterns;

import java.util.function.Function;

class Patterns {
  sealed interface Shape permits Circle, Box, Pair {}

  record Circle(double radius) implements Shape {}

  record Box(Shape inner, int size) implements Shape {}

  record Pair<A, B>(A first, B second) implements Shape {}

  // Record patterns nest; var takes the type of the component; an unnamed one binds nothing.
  String nested(Object o) {
    if (o instanceof Box(Circle(var r), int size) && size > 0) {
      return text(r, size);
    }
    return o instanceof Pair<?, ?>(String s, _) ? s : "";
  }

  // Guards, null beside default, several constants of an enum, and an unnamed component.
  int choose(Object o, Kind kind) {
    return switch (o) {
      case null, default -> -1;
      case Circle c when c.radius() > 1 && check(c) -> 1;
      case Box(_, var size) -> size;
      case Kind k when k == Kind.SMALL -> switch (kind) {
        case SMALL, LARGE -> 2;
        case Kind.HUGE -> 3;
      };
    };
  }

  // A primitive pattern, and a statement that yields.
  int primitive(long value) {
    return switch (value) {
      case int i when i > 3 -> i;
      case long l -> {
        log(l);
        yield 0;
      }
    };
  }

  // What a negated check binds holds behind the statement.
  int negated(Object o) {
    if (!(o instanceof String s)) {
      return 0;
    }
    return s.length();
  }

  // Unnamed variables: a local, a loop's, a caught exception, a resource, a lambda's parameter.
  void unnamed(Iterable<String> all) {
    var _ = count();
    for (String _ : all) {
      count();
    }
    try (var _ = open()) {
      count();
    } catch (IllegalStateException _) {
      Function<String, Integer> f = _ -> count();
    }
  }

  enum Kind {
    SMALL,
    LARGE,
    HUGE
  }

  private boolean check(Circle circle) {
    return true;
  }

  private static int count() {
    return 0;
  }
}
