package dev.codegraph.parser;

import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Remembers over the end of the process which contents were being parsed and which ones natives die
 * of. The key of a content is written to a slot file before it is parsed and cleared after; a key
 * found in a slot at start was being parsed when the process died, which makes it suspect and no
 * more: several threads parse, and a process may also be killed from outside.
 *
 * <p>Files are not synced: they must outlive the process, not the machine.
 */
final class CrashJournal {
  private static final int SLOT_BYTES = 512;

  private final Path folder;
  private final Path list;
  private final List<String> unfinished;
  private final Set<String> crashers = ConcurrentHashMap.newKeySet();

  private CrashJournal(Path folder, List<String> unfinished) {
    this.folder = folder;
    this.list = folder.resolve("crashers");
    this.unfinished = List.copyOf(unfinished);
  }

  /**
   * Opens the journal and takes what the process before left in it.
   *
   * @param parser What parses: verdicts of another library or recipe are forgotten.
   * @throws CodeGraphException CG001 when the folder cannot be used
   */
  static CrashJournal open(Path folder, String parser) {
    try {
      Files.createDirectories(folder);
      CrashJournal journal = new CrashJournal(folder, takeSlots(folder));
      journal.readCrashers(parser);
      return journal;
    } catch (IOException e) {
      throw new CodeGraphException(
          ErrorCode.CG001, "the parser's journal " + folder + " cannot be used: " + e, e);
    }
  }

  /** The contents that were being parsed when the process before died. */
  List<String> unfinished() {
    return unfinished;
  }

  /** Whether natives die of a content. */
  boolean isCrasher(String key) {
    return crashers.contains(key);
  }

  /** Natives died of this content, and it was the only one being parsed. */
  synchronized void addCrasher(String key) {
    if (crashers.add(key)) {
      try {
        Files.writeString(list, key + "\n", StandardOpenOption.APPEND);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** A slot for one parsing thread. */
  Slot slot(String name) {
    try {
      return new Slot(
          FileChannel.open(
              folder.resolve("slot-" + name), StandardOpenOption.CREATE, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where one thread says what it parses. */
  static final class Slot implements AutoCloseable {
    private final FileChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(SLOT_BYTES);

    private Slot(FileChannel channel) {
      this.channel = channel;
    }

    /** The content is about to be parsed. */
    void begin(String key) {
      write(key);
    }

    /** It was parsed. */
    void end() {
      write("");
    }

    private void write(String key) {
      byte[] utf8 = key.getBytes(StandardCharsets.UTF_8);
      buffer.clear();
      buffer.put(utf8, 0, Math.min(utf8.length, SLOT_BYTES - 1)).put((byte) '\n').flip();
      try {
        channel.write(buffer, 0);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static List<String> takeSlots(Path folder) throws IOException {
    List<String> keys = new ArrayList<>();
    List<Path> slots;
    try (Stream<Path> files = Files.list(folder)) {
      slots = files.filter(f -> f.getFileName().toString().startsWith("slot-")).sorted().toList();
    }
    for (Path slot : slots) {
      String content = Files.readString(slot, StandardCharsets.UTF_8);
      int end = content.indexOf('\n');
      if (end > 0) {
        keys.add(content.substring(0, end));
      }
      Files.delete(slot);
    }
    return keys;
  }

  private void readCrashers(String parser) throws IOException {
    List<String> lines = Files.exists(list) ? Files.readAllLines(list) : List.of();
    if (!lines.isEmpty() && lines.getFirst().equals(parser)) {
      crashers.addAll(lines.subList(1, lines.size()));
    } else {
      Files.writeString(list, parser + "\n");
    }
  }
}
