package a;

public class Helper {
  public Base help() {
    return new Base();
  }
}
