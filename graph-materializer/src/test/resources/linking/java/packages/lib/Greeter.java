package org.example.lib;

public final class Greeter {
  private final String word;

  public Greeter(String word) {
    this.word = word;
  }

  public String greet(String name) {
    return join(word, name);
  }

  private String join(String a, String b) {
    return a + " " + b;
  }
}
