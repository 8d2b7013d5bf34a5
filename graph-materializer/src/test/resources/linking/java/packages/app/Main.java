package org.example.app;

import org.example.lib.Greeter;
import java.util.ArrayList;
import java.util.List;

public class Main {
  private final Greeter greeter = new Greeter("hello");

  public static void main(String[] args) {
    List<String> lines = new ArrayList<>();
    lines.add(new Main().greeter.greet("you"));
    print(lines);
  }

  private static void print(List<String> lines) {
    for (String line : lines) {
      System.out.println(line.strip());
    }
  }
}
