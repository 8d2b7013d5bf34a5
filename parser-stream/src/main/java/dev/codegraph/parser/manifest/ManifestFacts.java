package dev.codegraph.parser.manifest;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactCopies;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.FileFacts;
import java.nio.charset.StandardCharsets;

/** Makes the entities of manifests, so that all formats say the same things alike. */
public final class ManifestFacts {
  private ManifestFacts() {}

  /**
   * The coordinates of the package that a manifest describes: a PACKAGE whose declared type is its
   * version.
   *
   * @param name Name as others declare to need it; before a colon a group that is written
   *     elsewhere.
   * @param version Version as written; empty when it is written nowhere.
   * @param nameStart Byte offset of the name.
   */
  public static void coordinates(FactsBuilder facts, String name, String version, int nameStart) {
    if (name.isEmpty()) {
      return;
    }
    facts.packageName(name);
    String own = name.substring(name.lastIndexOf(':') + 1);
    facts
        .entity(EntityKind.PACKAGE, name, nameStart, nameStart, end(facts, nameStart, own), 0)
        .declaredType(version)
        .signature((name + " " + version).strip());
  }

  /**
   * A declared dependency: a DEPENDENCY whose declared type is the version or constraint, and whose
   * signature is scope, name and constraint.
   *
   * @param name Name of what is needed.
   * @param constraint Version or constraint as written; empty for none.
   * @param scope What it is needed for, in the word of the manifest.
   * @param nameStart Byte offset of the name.
   * @param end Byte offset after the declaration.
   */
  public static void dependency(
      FactsBuilder facts, String name, String constraint, String scope, int nameStart, int end) {
    if (name.isEmpty()) {
      return;
    }
    facts
        .entity(
            EntityKind.DEPENDENCY,
            name,
            nameStart,
            nameStart,
            Math.max(end, end(facts, nameStart, name.substring(name.lastIndexOf(':') + 1))),
            0)
        .declaredType(constraint)
        .signature((scope + " " + name + " " + constraint).strip());
  }

  /** The facts of a manifest whose entities are all directly in the file, in source order. */
  public static FileFacts build(FactsBuilder facts) {
    return FactCopies.inSourceOrder(facts.build());
  }

  /**
   * An image that is named: an IMAGE whose declared type is its tag or digest.
   *
   * @param reference Image as written, such as {@code registry/name:tag@digest}.
   * @param parent Index of the entity that uses it.
   */
  static void image(FactsBuilder facts, String reference, int start, int parent) {
    if (reference.isEmpty()) {
      return;
    }
    int digest = reference.indexOf('@');
    String name = digest < 0 ? reference : reference.substring(0, digest);
    int colon = name.lastIndexOf(':');
    boolean hasTag = colon > name.lastIndexOf('/');
    String tag = hasTag ? name.substring(colon + 1) : "";
    facts
        .entity(
            EntityKind.IMAGE,
            hasTag ? name.substring(0, colon) : name,
            start,
            start,
            end(facts, start, reference),
            parent)
        .declaredType(digest < 0 ? tag : reference.substring(digest + 1))
        .signature(reference);
  }

  /**
   * A port that is named.
   *
   * @param written Port as written, such as {@code 8080:80/tcp}.
   */
  static EntityDraft port(FactsBuilder facts, String written, int start, int parent) {
    return facts
        .entity(EntityKind.PORT, written, start, start, end(facts, start, written), parent)
        .signature(written);
  }

  /** Where a text ends that begins at a place; one with escapes is shorter than it is written. */
  private static int end(FactsBuilder facts, int start, String text) {
    int length = text.getBytes(StandardCharsets.UTF_8).length;
    return Math.min(start + length, facts.file().endByte());
  }
}
