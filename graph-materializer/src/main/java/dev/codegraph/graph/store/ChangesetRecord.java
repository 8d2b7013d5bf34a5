package dev.codegraph.graph.store;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * That a changeset was applied: value of C, written last. The number exists from then on.
 *
 * @param number Place in the view.
 * @param revision Commit id.
 * @param identity Identity of the changeset.
 * @param requestId The request that caused it.
 * @param generation Parser, linker and settings in force.
 * @param author Author of the commit.
 * @param authoredAt Author time, milliseconds since the epoch.
 * @param message Commit message.
 * @param requestedAt When the request was accepted, milliseconds since the epoch.
 * @param appliedAt When the record was written; informational.
 * @param fileSum Sum over all files of the hash of path and file hash, modulo 2^256.
 * @param files Files of the view at this number.
 * @param outcomes References of the view at this number.
 * @param edges Edges of the view at this number, one per site and target.
 * @param figures What applying it took: counts and times by snake_case name with unit.
 */
public record ChangesetRecord(
    long number,
    String revision,
    String identity,
    String requestId,
    String generation,
    String author,
    long authoredAt,
    String message,
    long requestedAt,
    long appliedAt,
    byte[] fileSum,
    FileCounts files,
    OutcomeCounts outcomes,
    long edges,
    SortedMap<String, Long> figures) {

  /** The digest of the view at this number: equal for equal graphs, whatever led to them. */
  public String digest() {
    return GraphDigest.of(fileSum, files, outcomes, edges);
  }

  /** Hash of the settings in force: the last part of the generation. */
  public String settings() {
    return generation.substring(generation.lastIndexOf('-') + 1);
  }

  /** The value. */
  public byte[] toBytes() {
    Packer out = new Packer(512);
    out.number(number).text(revision).text(identity).text(requestId).text(generation);
    out.text(author).signed(authoredAt).text(message).signed(requestedAt).signed(appliedAt);
    out.blob(fileSum);
    files.pack(out);
    outcomes.pack(out);
    out.number(edges).number(figures.size());
    figures.forEach((name, figure) -> out.text(name).signed(figure));
    return out.toBytes();
  }

  /** The record in a value. */
  public static ChangesetRecord of(byte[] value) {
    Unpacker in = new Unpacker(value);
    long number = in.number();
    String revision = in.text();
    String identity = in.text();
    String requestId = in.text();
    String generation = in.text();
    String author = in.text();
    long authoredAt = in.signed();
    String message = in.text();
    long requestedAt = in.signed();
    long appliedAt = in.signed();
    byte[] fileSum = in.blob();
    FileCounts files = FileCounts.unpack(in);
    OutcomeCounts outcomes = OutcomeCounts.unpack(in);
    long edges = in.number();
    SortedMap<String, Long> figures = new TreeMap<>();
    int count = in.count();
    for (int i = 0; i < count; i++) {
      String name = in.text();
      figures.put(name, in.signed());
    }
    return new ChangesetRecord(
        number,
        revision,
        identity,
        requestId,
        generation,
        author,
        authoredAt,
        message,
        requestedAt,
        appliedAt,
        fileSum,
        files,
        outcomes,
        edges,
        figures);
  }
}
