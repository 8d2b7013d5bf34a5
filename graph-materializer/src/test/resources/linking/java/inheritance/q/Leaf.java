package q;

import org.outside.Foreign;
import p.Base;

public class Leaf extends Base<Leaf> implements Comparable<Leaf> {
  protected Leaf self() { return this; }
  public int compareTo(Leaf other) { return count - other.count; }
  void only() {}
  void use() {
    new Leaf().with(1).only();
    with(2).with(3).only();
    getName();
    setDaemon(true);
    hashCode();
    new Nested().go();
    secret();
    hidden = 1;
    Runnable r = new Runnable() {
      public void run() { only(); toString(); super.hashCode(); Leaf.super.toString(); }
    };
    r.run();
    new Foreign() { void x() { foreign(); only(); } };
    class Local extends Foreign { int z = 1; int y() { return z + foreignToo(); } }
    new Local().y();
    new Local().inherited();
  }
}
class Over extends Leaf {
  @Override public void close() {}
  void use() { super.use(); super.getName(); this.close(); }
}
