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
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Remembers which content is being parsed, so that one that takes the process down does so once.
 * The key of a content is written to a slot file before it is parsed and cleared after; a key found
 * in a slot at start was being parsed when the process died. That it died by a signal of its own
 * making counts at once; when it may have been killed from outside, only the second time.
 *
 * <p>Slots are not synced: they must outlive the process, not the machine.
 */
final class CrashJournal {
  /** Environment variable with which a supervisor says how the process before this one ended. */
  static final String PREVIOUS_EXIT = "CODEGRAPH_PREVIOUS_EXIT";

  private static final int SLOT_BYTES = 512;
  private static final int STRIKES = 2;

  private final Path folder;
  private final Map<String, Integer> strikes = new ConcurrentHashMap<>();

  private CrashJournal(Path folder) {
    this.folder = folder;
  }

  /**
   * Opens the journal and counts what the process before left in it.
   *
   * @param previousExit Exit status of that process, as a shell would say it; -1 when unknown.
   * @throws CodeGraphException CG001 when the folder cannot be used
   */
  static CrashJournal open(Path folder, int previousExit) {
    CrashJournal journal = new CrashJournal(folder);
    try {
      Files.createDirectories(folder);
      journal.readStrikes();
      for (String key : journal.takeSlots()) {
        journal.strikes.merge(key, isOwnFault(previousExit) ? STRIKES : 1, Integer::sum);
      }
      journal.writeStrikes();
      return journal;
    } catch (IOException e) {
      throw new CodeGraphException(
          ErrorCode.CG001, "the parser's journal " + folder + " cannot be used: " + e, e);
    }
  }

  /** SIGILL, SIGABRT, SIGBUS, SIGFPE and SIGSEGV are what natives die of. */
  private static boolean isOwnFault(int exit) {
    return switch (exit) {
      case 132, 134, 135, 136, 139 -> true;
      default -> false;
    };
  }

  /** Whether a content has taken the process down. */
  boolean isCrasher(String key) {
    return strikes.getOrDefault(key, 0) >= STRIKES;
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

  private List<String> takeSlots() throws IOException {
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

  private void readStrikes() throws IOException {
    Path file = folder.resolve("strikes");
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
        int space = line.indexOf(' ');
        strikes.put(line.substring(space + 1), Integer.parseInt(line.substring(0, space)));
      }
    }
  }

  private void writeStrikes() throws IOException {
    StringBuilder lines = new StringBuilder();
    new TreeMap<>(strikes)
        .forEach((key, count) -> lines.append(count).append(' ').append(key).append('\n'));
    Path next = folder.resolve("strikes.next");
    Files.writeString(next, lines, StandardCharsets.UTF_8);
    Files.move(next, folder.resolve("strikes"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }
}
