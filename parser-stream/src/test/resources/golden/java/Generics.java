package org.example.generic;

import java.io.Serializable;
import java.lang.annotation.*;
import java.util.*;
import java.util.function.*;

// Bounds, several of them, and annotations on a type parameter are no part of its name.
abstract class Generics<@Mark T extends @Mark Comparable<T> & Serializable, K> extends AbstractList<T>
    implements Map.Entry<K, List<? super T>> {
  // Wildcards and arrays; dimensions stand behind the name too.
  protected Map<String, ? extends List<T[]>> table, other[];

  // Two constants of one declaration, both of them constants.
  static final int FIRST = 1, SECOND = FIRST + 1;

  // A generic method, its explicit type argument, a variadic parameter.
  @SafeVarargs
  static <E> List<E> of(final E... all) {
    return Collections.<E>unmodifiableList(Arrays.asList(all));
  }

  // Method references: static, bound, of a constructor, of an array.
  void references() {
    Function<String, Integer> parse = Integer::parseInt;
    Supplier<List<String>> make = ArrayList::new;
    IntFunction<int[]> array = int[]::new;
    Runnable bound = this::references;
    Comparator<T> order = Comparator.comparing(Object::toString).thenComparing(super::indexOf);
  }

  // Lambdas: a name, typed parameters, a block; they belong to the method around.
  void lambdas(List<String> names) {
    names.forEach(name -> use(name));
    BinaryOperator<Integer> sum = (Integer a, Integer b) -> a + b;
    Callback<T> callback =
        (var x, var y) -> {
          int local = size();
          return local;
        };
  }

  // A receiver parameter is none; annotations stand before parameters and on types.
  @Mark
  int annotated(Generics<T, K> this, @Mark final int value, List<@Mark String> list) {
    return (int) value + ((List<String>) list).size();
  }

  // A default value, and annotations on an annotation.
  @Retention(RetentionPolicy.RUNTIME)
  @Target({ElementType.TYPE_USE, ElementType.TYPE_PARAMETER})
  @interface Mark {
    int level() default SECOND;

    Class<? extends Number>[] types() default {Integer.class};
  }

  // An interface with a default, a static and a private method.
  interface Callback<X> {
    int call(X x, int y);

    default int twice(X x) {
      return helper() + call(x, 2);
    }

    static void none() {}

    private int helper() {
      return 0;
    }
  }
}
