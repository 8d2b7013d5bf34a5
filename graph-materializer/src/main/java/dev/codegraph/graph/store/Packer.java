package dev.codegraph.graph.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes values compactly: variable-length numbers, length-prefixed UTF-8. Grows as needed. */
public final class Packer {
  private byte[] bytes;
  private int size;

  public Packer() {
    this(256);
  }

  public Packer(int expected) {
    bytes = new byte[expected];
  }

  /** Appends a byte. */
  public Packer octet(int value) {
    ensure(1);
    bytes[size++] = (byte) value;
    return this;
  }

  /** Appends a number that is not negative, 7 bits a byte, low bits first. */
  public Packer number(long value) {
    ensure(10);
    long rest = value;
    while ((rest & ~0x7FL) != 0) {
      bytes[size++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[size++] = (byte) rest;
    return this;
  }

  /** Appends a number that may be negative. */
  public Packer signed(long value) {
    return number((value << 1) ^ (value >> 63));
  }

  /** Appends eight bytes, high byte first. */
  public Packer fixed64(long value) {
    ensure(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      bytes[size++] = (byte) (value >>> shift);
    }
    return this;
  }

  /** Appends a text with its length. */
  public Packer text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    number(utf8.length);
    return raw(utf8);
  }

  /** Appends bytes with their length. */
  public Packer blob(byte[] blob) {
    number(blob.length);
    return raw(blob);
  }

  /** Appends bytes as they are. */
  public Packer raw(byte[] raw) {
    ensure(raw.length);
    System.arraycopy(raw, 0, bytes, size, raw.length);
    size += raw.length;
    return this;
  }

  /** Bytes written so far. */
  public int size() {
    return size;
  }

  /** A copy of what was written. */
  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  private void ensure(int more) {
    if (bytes.length - size < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
