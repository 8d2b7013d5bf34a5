package org.example.shop;

import java.util.List;
import java.util.function.Function;
import static java.util.Objects.requireNonNull;
import org.example.stock.*;

/**
 * An order and what it holds.
 *
 * @param <T> what is ordered
 */
@Deprecated
public abstract class Members<T extends Comparable<T>> extends Base<T>
    implements Iterable<T>, AutoCloseable {
  private static final int LIMIT = 10;
  protected final List<T> items, others[];
  static int count = LIMIT * 2;

  static {
    count = Counter.start();
  }

  {
    touch(this.items);
  }

  /** Makes one. */
  public Members(List<T> items, String... names) throws IllegalStateException {
    super(items.size());
    this.items = requireNonNull(items);
    others = null;
  }

  Members() {
    this(List.of());
  }

  /** Adds, when there is room. */
  @Override
  public synchronized boolean add(final T item, int[] places) {
    if (items.size() < LIMIT && item != null) {
      for (int i = 0; i < places.length; i++) {
        places[i]++;
        items.get(i).compareTo(item);
      }
      return items.add(item);
    } else if (count > 3) {
      return count == 4 ? false : super.add(item);
    }
    Function<T, String> shown = Object::toString;
    Function<T, Members<T>> made = Members<T>::new;
    Runnable r = () -> close();
    new Thread(r) {
      int runs;

      @Override
      public void run() {
        runs += 1;
        Members.this.close();
      }
    }.start();
    class Local {
      void go() {}
    }
    new Local().go();
    return shown.apply(item).isEmpty();
  }

  abstract <R> R fold(Function<? super T, ? extends R> by);

  interface Shape {
    double PI = 3;

    double area();

    default double twice() {
      return 2 * area();
    }
  }
}
