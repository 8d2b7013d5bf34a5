package dev.codegraph.program.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What there is to know of a configuration key beyond the name and type of the record component
 * that carries it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Setting {
  /** One sentence for people. */
  String doc();

  /** The value of a key that nobody has set, written as in an environment variable. */
  String value() default "";

  /**
   * The value when, in addition, there is no configuration file: a program that was just started on
   * somebody's own machine. Without one, {@link #value()}.
   */
  String withoutFile() default SAME;

  /** The smallest number allowed. */
  long min() default 0;

  /** The largest number allowed. */
  long max() default Integer.MAX_VALUE;

  /** What a number counts. */
  Unit unit() default Unit.NONE;

  /** Whether the value is never shown. */
  boolean secret() default false;

  /** For a map: the names of the sub-tables whose settings it takes. */
  String[] tables() default {};

  /** Marks a default that does not depend on whether there is a file. */
  String SAME = "\0";

  /** What a number counts. */
  enum Unit {
    NONE,
    /** Bytes; a text such as {@code 4GB} is read with powers of two. */
    BYTES,
    MEBIBYTES
  }
}
