import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;

class Printer {
  void print(String text) {}
  void print(Object any) {}
  void print(int number) {}
  void print(long number) {}
  void print(Printer other) {}
  void add(Collection<String> many) {}
  void add(String... one) {}
  void run(Runnable task) {}
  void run(Callable<String> task) {}
  void run(java.util.function.Consumer<String> task) {}
  <T extends Printer> T make() { return null; }
  Printer() {}
  Printer(String name) { this(name, 1); }
  Printer(String name, int size) { super(); }
  Printer(Object name, Object size) {}

  void all(Sub sub, List<String> list, char letter, Integer boxed) {
    print("text");
    print("text" + 1);
    print(1);
    print(1L);
    print(letter);
    print(boxed);
    print(this);
    print(sub);
    print(list);
    print(make());
    print(sub.field);
    print(unknown());
    add(list);
    add("a");
    add("a", "b");
    run(x -> print(x));
    run(() -> print(1));
    new Printer("name", 2);
    new Printer(sub, 2);
    new Printer(null, null);
    print();
  }
}

class Sub extends Printer {
  int field;
  @Override void print(String text) {
    super.print(text);
  }
}
