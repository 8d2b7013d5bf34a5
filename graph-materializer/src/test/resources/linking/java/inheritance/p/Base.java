package p;

public abstract class Base<S extends Base<S>> extends Thread implements java.io.Closeable {
  protected int count;
  private int hidden;
  protected abstract S self();
  public S with(int n) { count = n; return self(); }
  public static class Nested { public void go() {} }
  private void secret() {}
}
