package org.example.make;

// Statements before the call of another constructor, since Java 25.
class Constructors extends Base {
  private final int size;
  private final String name;

  Constructors(int size) {
    if (size < 0) {
      throw new IllegalArgumentException("size");
    }
    this.size = size;
    super(size, "base");
    name = "";
  }

  // The same for another one of the class.
  Constructors(String text) {
    var parsed = Integer.parseInt(text);
    this(parsed);
  }

  // A type parameter of its own, and what it throws.
  <T extends Comparable<T>> Constructors(T one, T... more) throws Problem {
    super(more.length, String.valueOf(one));
    this.size = 0;
    this.name = null;
  }

  // Initializers, static and not.
  static {
    register(Constructors.class);
  }

  {
    init();
  }

  // A compact one of a record checks its components.
  record Range(int from, int to) {
    Range {
      if (from > to) {
        throw new IllegalArgumentException();
      }
    }

    static Range of(int only) {
      return new Range(only, only);
    }
  }

  // An inner class is made by an outer object; a class without a name in place.
  class Inner {
    Inner other = Constructors.this.new Inner();

    Runnable task =
        new Task("t") {
          @Override
          public void run() {
            super.run();
            Constructors.this.init();
          }
        };
  }
}
