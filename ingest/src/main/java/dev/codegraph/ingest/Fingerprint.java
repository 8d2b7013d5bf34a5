package dev.codegraph.ingest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * The hashes that ingest gives to contents, settings and changesets: the first 16 bytes of SHA-256
 * as 32 hexadecimal digits.
 */
final class Fingerprint {
  private static final int BYTES = 16;

  private Fingerprint() {}

  /**
   * The id of a content.
   *
   * @param switchedOff Switches that change what is said about the bytes; mostly none, and then
   *     only the bytes count.
   */
  static String ofContent(byte[] bytes, String switchedOff) {
    String id = hex(sha256().digest(bytes));
    return switchedOff.isEmpty() ? id : of(List.of(id, switchedOff));
  }

  /** The hash of a list of texts; each goes in with its length, so that no two lists meet. */
  static String of(List<String> texts) {
    MessageDigest digest = sha256();
    for (String text : texts) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
      digest.update(bytes);
    }
    return hex(digest.digest());
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash, 0, BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
