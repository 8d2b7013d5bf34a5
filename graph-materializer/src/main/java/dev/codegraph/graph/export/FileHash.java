package dev.codegraph.graph.export;

import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.store.FileState;
import dev.codegraph.graph.store.GraphDigest;
import dev.codegraph.graph.store.LinkedFile;
import dev.codegraph.schemas.EntityFact;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * The share of one file in the digest: SHA-256 over what its export lines say. File and entities
 * are lines here; edges and unresolved references follow in the packed form in which they are
 * stored, a third of the bytes, where each id and path is a number after the first time. The line
 * of an edge's target is in neither: it belongs to the target's own lines, and moving a definition
 * must not touch those who refer to it.
 */
public final class FileHash {
  private static final char TAB = '\t';
  private static final char END = '\n';

  private FileHash() {}

  /** The hash of a file that is not indexed: its status is all there is. */
  public static byte[] ofState(FileState state) {
    MessageDigest sha = GraphDigest.sha256();
    sha.update(
        (state.status() + "\t" + state.reason() + "\t" + state.code())
            .getBytes(StandardCharsets.UTF_8));
    return sha.digest();
  }

  /**
   * The hash of a linked file.
   *
   * @param links What {@link LinkedFile#pack} made of its edges and unresolved references.
   */
  public static byte[] of(SourceFile file, FileState state, String qualifier, byte[] links) {
    List<EntityFact> entities = file.facts().entities();
    StringBuilder lines = new StringBuilder(256 + entities.size() * 64);
    lines.append(state.status()).append(TAB).append(state.reason()).append(TAB);
    lines.append(file.language().label()).append(TAB).append(qualifier).append(TAB);
    lines.append(entities.size()).append(END);
    for (int i = 0; i < entities.size(); i++) {
      EntityFact entity = entities.get(i);
      lines.append(file.localId(i)).append(TAB).append(entity.nameLine()).append(TAB);
      lines.append(entity.nameColumn()).append(TAB).append(entity.endLine()).append(TAB);
      lines.append(entity.endColumn()).append(TAB).append(entity.signature()).append(END);
    }
    MessageDigest sha = GraphDigest.sha256();
    sha.update(lines.toString().getBytes(StandardCharsets.UTF_8));
    sha.update(links);
    return sha.digest();
  }
}
