package x;

public class Same {
  public void here() {}
}
