package a;

// A line that moves what stands below it,
// and another one.
public class Other {
  public void run() {}

  public Other self() {
    return this;
  }
}
