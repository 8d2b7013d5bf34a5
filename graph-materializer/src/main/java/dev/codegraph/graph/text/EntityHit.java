package dev.codegraph.graph.text;

import dev.codegraph.graph.store.Packer;
import dev.codegraph.graph.store.Unpacker;
import dev.codegraph.schemas.EntityKind;

/**
 * An entity as the text index shows it, without looking at its facts.
 *
 * @param id Entity id.
 * @param kind Entity kind.
 * @param name Simple name; for a file its base name.
 * @param qualifiedName Name with package or module and enclosing names.
 * @param language Language as people see it.
 * @param path Path of the file.
 * @param startLine 0-based line of the name.
 * @param endLine 0-based line of the end.
 * @param signature Signature.
 */
public record EntityHit(
    String id,
    EntityKind kind,
    String name,
    String qualifiedName,
    String language,
    String path,
    int startLine,
    int endLine,
    String signature) {
  private static final EntityKind[] KINDS = EntityKind.values();

  byte[] toBytes() {
    return new Packer(256)
        .text(id)
        .octet(kind.ordinal())
        .text(name)
        .text(qualifiedName)
        .text(language)
        .text(path)
        .number(startLine)
        .number(endLine)
        .text(signature)
        .toBytes();
  }

  static EntityHit of(byte[] bytes) {
    Unpacker in = new Unpacker(bytes);
    return new EntityHit(
        in.text(),
        KINDS[in.octet()],
        in.text(),
        in.text(),
        in.text(),
        in.text(),
        in.count(),
        in.count(),
        in.text());
  }
}
