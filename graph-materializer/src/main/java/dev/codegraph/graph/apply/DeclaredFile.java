package dev.codegraph.graph.apply;

import dev.codegraph.graph.store.FileState;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a changed path means for the symbol index: worked out in the pool, written by the owner.
 *
 * @param path The path.
 * @param before Its state before; null when it did not exist.
 * @param after Its state after; null when it is deleted.
 * @param hashBefore Its share of the digest before; null when it did not exist.
 * @param hashAfter Its share after when that is known without linking; null otherwise.
 * @param linkedBefore The bytes of its links before; null when it was not linked.
 * @param puts Keys of the symbol index.
 * @param touched The questions whose answers it changes.
 * @param addedEntities Local ids that are new.
 * @param removedEntities Local ids that are gone.
 * @param failure What went wrong in the policy, which then declares nothing; null when nothing did.
 */
record DeclaredFile(
    String path,
    @Nullable FileState before,
    @Nullable FileState after,
    byte @Nullable [] hashBefore,
    byte @Nullable [] hashAfter,
    byte @Nullable [] linkedBefore,
    List<KeyValue> puts,
    List<Touched> touched,
    List<String> addedEntities,
    List<String> removedEntities,
    @Nullable Throwable failure) {

  /** A question whose answer is no longer what it was. */
  record Touched(String scope, String name) {}

  /** Whether anything is different. */
  boolean isChange() {
    return before == null ? after != null : !before.equals(after);
  }
}
