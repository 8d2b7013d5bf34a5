import module java.base;
import static java.lang.Math.max;

// A compact source file: fields and methods outside of any class, and a main without parameters.
private int count = 3;

/// Says hello in *Markdown*.
///
/// A second paragraph.
void main() {
  // A module's types need no import of their own.
  List<String> names = List.of("a", "b");
  for (var name : names) {
    IO.println(greeting(name));
  }
  count = max(count, names.size());
}

// A method that another one calls.
String greeting(String name) {
  return "Hello " + name;
}

// A type of its own beside them.
record Point(int x, int y) {}
