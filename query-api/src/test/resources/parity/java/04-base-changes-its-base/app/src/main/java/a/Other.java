package a;

public class Other {
  public void run() {}

  public Other self() {
    return this;
  }
}
