package dev.codegraph.graph.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what a {@link Packer} wrote. Reading past the end is an IndexOutOfBoundsException. */
public final class Unpacker {
  private final byte[] bytes;
  private int at;

  public Unpacker(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A byte, 0…255. */
  public int octet() {
    return bytes[at++] & 0xFF;
  }

  /** A number that is not negative. */
  public long number() {
    long value = 0;
    int shift = 0;
    while (true) {
      byte b = bytes[at++];
      value |= (long) (b & 0x7F) << shift;
      if (b >= 0) {
        return value;
      }
      shift += 7;
    }
  }

  /** A number that fits an int. */
  public int count() {
    return Math.toIntExact(number());
  }

  /** A number that may be negative. */
  public long signed() {
    long value = number();
    return (value >>> 1) ^ -(value & 1);
  }

  /** Eight bytes, high byte first. */
  public long fixed64() {
    long value = 0;
    for (int i = 0; i < 8; i++) {
      value = (value << 8) | (bytes[at++] & 0xFF);
    }
    return value;
  }

  /** A text with its length. */
  public String text() {
    int length = count();
    String text = new String(bytes, at, length, StandardCharsets.UTF_8);
    at += length;
    return text;
  }

  /** Passes over a text. */
  void skipText() {
    int length = count();
    at += length;
  }

  /** Passes over a text and says whether it is this one. */
  boolean textIs(byte[] utf8) {
    int length = count();
    int start = at;
    at += length;
    return length == utf8.length && Arrays.equals(bytes, start, at, utf8, 0, length);
  }

  /** Where it stands. */
  int position() {
    return at;
  }

  /** The same, standing at a position. */
  Unpacker at(int position) {
    at = position;
    return this;
  }

  /** Bytes with their length. */
  public byte[] blob() {
    return raw(count());
  }

  /** Bytes as they are. */
  public byte[] raw(int length) {
    byte[] raw = Arrays.copyOfRange(bytes, at, at + length);
    at += length;
    return raw;
  }

  /** Whether everything was read. */
  public boolean atEnd() {
    return at == bytes.length;
  }
}
