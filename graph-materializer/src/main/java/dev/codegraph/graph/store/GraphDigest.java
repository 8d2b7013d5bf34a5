package dev.codegraph.graph.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The digest of a view. Each file has a hash; the sum over all files of SHA-256(path, hash), modulo
 * 2^256, does not depend on any order and is kept up by adding and subtracting what changed. The
 * digest is the hash of that sum and of the counts.
 */
public final class GraphDigest {
  /** Bytes of a sum. */
  public static final int BYTES = 32;

  private final byte[] sum;

  /** Starts from a sum; it is copied. */
  public GraphDigest(byte[] sum) {
    this.sum = sum.clone();
  }

  /** The sum over no files. */
  public static byte[] empty() {
    return new byte[BYTES];
  }

  /** Adds a file. */
  public void add(String path, byte[] fileHash) {
    byte[] term = term(path, fileHash);
    int carry = 0;
    for (int i = BYTES - 1; i >= 0; i--) {
      int digit = (sum[i] & 0xFF) + (term[i] & 0xFF) + carry;
      sum[i] = (byte) digit;
      carry = digit >>> 8;
    }
  }

  /** Takes a file away. */
  public void remove(String path, byte[] fileHash) {
    byte[] term = term(path, fileHash);
    int borrow = 0;
    for (int i = BYTES - 1; i >= 0; i--) {
      int digit = (sum[i] & 0xFF) - (term[i] & 0xFF) - borrow;
      sum[i] = (byte) digit;
      borrow = digit < 0 ? 1 : 0;
    }
  }

  /** The sum so far. */
  public byte[] sum() {
    return sum.clone();
  }

  static String of(byte[] sum, FileCounts files, OutcomeCounts outcomes, long edges) {
    Packer counts = new Packer(128);
    files.pack(counts);
    outcomes.pack(counts);
    MessageDigest sha = sha256();
    sha.update(sum);
    sha.update(counts.number(edges).toBytes());
    return HexFormat.of().formatHex(sha.digest());
  }

  private static byte[] term(String path, byte[] fileHash) {
    MessageDigest sha = sha256();
    sha.update(path.getBytes(StandardCharsets.UTF_8));
    sha.update((byte) 0);
    sha.update(fileHash);
    return sha.digest();
  }

  /** A fresh SHA-256. */
  public static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
