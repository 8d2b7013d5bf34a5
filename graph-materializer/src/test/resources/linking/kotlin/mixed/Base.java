package org.mixed;

public class Base {
  protected int size;

  public Base next() {
    return this;
  }

  public static Base make() {
    return new Base();
  }
}
