package a;

public class Other {
  public void stop() {}
}
