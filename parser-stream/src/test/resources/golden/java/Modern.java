package org.example.modern;

import java.io.*;

/** Shapes. */
public sealed interface Modern permits Modern.Circle, Modern.Square {
  /** Round. */
  record Circle(double radius, @Deprecated String... tags) implements Modern {
    static final Circle UNIT = new Circle(1);
    Circle {
      tags = tags.clone();
    }
    Circle(double radius) {
      this(radius, "plain");
    }
  }

  record Square(double side) implements Modern {}

  non-sealed class Odd {}

  enum Size {
    SMALL(1),
    /** Big. */
    LARGE(2) {
      @Override
      int value() {
        return 3;
      }
    };

    private final int value;

    Size(int value) {
      this.value = value;
    }

    int value() {
      return value;
    }
  }

  @interface Mark {
    String value() default "x";

    Class<?>[] types() default {};
  }

  static double area(Modern shape) {
    return switch (shape) {
      case Circle(double r, var tags) when r > 0 && tags.length > 0 -> Math.PI * r * r;
      case Circle c -> c.radius();
      case Square(var side) -> side * side;
    };
  }

  static String read(Size size, File file) throws IOException {
    String text =
        """
        Hello "world"
        """;
    try (var in = new FileReader(file);
        BufferedReader reader = new BufferedReader(in)) {
      label:
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.isEmpty()) continue label;
        text += line;
      }
    } catch (FileNotFoundException | UncheckedIOException e) {
      throw new IOException(e);
    } finally {
      System.gc();
    }
    int[] counts = {1, 2};
    counts[0]++;
    Modern.Size.LARGE.value();
    switch (size) {
      case SMALL:
        return text;
      case LARGE:
      default:
        return text.<String>transform(String::strip);
    }
  }
}
