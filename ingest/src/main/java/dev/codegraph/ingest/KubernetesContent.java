package dev.codegraph.ingest;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Whether a YAML file is a manifest of Kubernetes: one of its documents has both a version of an
 * interface and a kind. A template of manifests, whose braces a program has yet to replace, is
 * none.
 */
final class KubernetesContent {
  private static final Pattern VERSION = Pattern.compile("(?m)^apiVersion:[ \\t]+\\S");
  private static final Pattern KIND = Pattern.compile("(?m)^kind:[ \\t]+\\S");

  private KubernetesContent() {}

  /** Judges the bytes of a file. */
  static boolean isManifest(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return VERSION.matcher(text).find() && KIND.matcher(text).find() && !text.contains("{{");
  }
}
