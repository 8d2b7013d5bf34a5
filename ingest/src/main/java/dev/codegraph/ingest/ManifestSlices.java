package dev.codegraph.ingest;

import dev.codegraph.schemas.ManifestEntry;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Cuts the entries of a manifest into slices that fit into a record. */
final class ManifestSlices {
  /** Bytes of an entry beside its paths: content id, language, reason, size, status. */
  private static final int ENTRY_BYTES = 80;

  private ManifestSlices() {}

  /**
   * The slices, at least one.
   *
   * @param entries All entries, in order.
   * @param sliceBytes Largest slice, bytes before compression; a single entry may exceed it.
   */
  static List<List<ManifestEntry>> cut(List<ManifestEntry> entries, int sliceBytes) {
    List<List<ManifestEntry>> slices = new ArrayList<>();
    int start = 0;
    long size = 0;
    for (int i = 0; i < entries.size(); i++) {
      long entry = size(entries.get(i));
      if (i > start && size + entry > sliceBytes) {
        slices.add(entries.subList(start, i));
        start = i;
        size = 0;
      }
      size += entry;
    }
    slices.add(entries.subList(start, entries.size()));
    return slices;
  }

  private static long size(ManifestEntry entry) {
    return ENTRY_BYTES + bytes(entry.path()) + bytes(entry.oldPath());
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
