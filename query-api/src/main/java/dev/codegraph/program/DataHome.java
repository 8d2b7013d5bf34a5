package dev.codegraph.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.UUID;

/**
 * The data folder of a running program. It is used by one program at a time, which holds its lock,
 * and says in which format it was written, so that another format is refused instead of guessed at.
 */
final class DataHome implements AutoCloseable {
  /** Format of what is in the folder; raised when an older program could not read it. */
  static final int FORMAT = 1;

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final FileChannel lock;
  private final String instanceId;

  private DataHome(Path folder, FileChannel lock, String instanceId) {
    this.folder = folder;
    this.lock = lock;
    this.instanceId = instanceId;
  }

  /**
   * Creates the folder when absent, locks it and checks its format.
   *
   * @throws CodeGraphException CG001 when it cannot be used, is in use, or has another format
   */
  static DataHome open(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      try {
        takeLock(folder, channel);
        return new DataHome(folder, channel, readOrWriteFormat(folder));
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  /** The name of the program that uses a folder, for a child of it that holds no lock itself. */
  static String instanceIdOf(Path folder) {
    try {
      return readOrWriteFormat(folder);
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  Path folder() {
    return folder;
  }

  /** A name that this folder keeps: what Kafka knows a restarted program by. */
  String instanceId() {
    return instanceId;
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw unusable(folder, e);
    }
  }

  private static CodeGraphException unusable(Path folder, IOException e) {
    return new CodeGraphException(
        ErrorCode.CG001, "the data folder " + folder + " cannot be used: " + e, e);
  }

  private static void takeLock(Path folder, FileChannel channel) throws IOException {
    boolean taken;
    try {
      taken = channel.tryLock() != null;
    } catch (OverlappingFileLockException inThisProcess) {
      taken = false;
    }
    if (!taken) {
      ByteBuffer holder = ByteBuffer.allocate(32);
      channel.read(holder, 0);
      throw new CodeGraphException(
          ErrorCode.CG001,
          "the data folder %s is in use by process %s: stop it, or use another folder"
              .formatted(
                  folder,
                  new String(holder.array(), 0, holder.position(), StandardCharsets.UTF_8)));
    }
    channel.truncate(0);
    channel.write(
        ByteBuffer.wrap(
            Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.UTF_8)),
        0);
  }

  private static String readOrWriteFormat(Path folder) throws IOException {
    Path file = folder.resolve("format.json");
    if (Files.exists(file)) {
      JsonNode stamp = JSON.readTree(file.toFile());
      int format = stamp.path("format").asInt();
      if (format != FORMAT) {
        throw new CodeGraphException(
            ErrorCode.CG001,
            "the data folder %s has format %d and this program reads format %d: use another folder, or the program that wrote it"
                .formatted(folder, format, FORMAT));
      }
      return stamp.path("instance_id").asText();
    }
    ObjectNode stamp = JSON.createObjectNode();
    stamp.put("format", FORMAT);
    stamp.put("instance_id", UUID.randomUUID().toString());
    stamp.put("created_at", Instant.now().toString());
    stamp.put("created_by", Version.current());
    Path next = folder.resolve("format.json.next");
    Files.writeString(next, stamp.toPrettyString() + "\n");
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    return stamp.path("instance_id").asText();
  }
}
