package dev.codegraph.parser;

import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.FileParsed;
import dev.codegraph.schemas.Topics;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A parser in a process of its own, which may die of what it parses: {@link SeparateParserMain} is
 * the other side. Started when it is first needed and again after each death; from the first death
 * on the next one is started ahead, because deaths come in groups. One thread at a time uses it.
 */
final class SeparateParser implements AutoCloseable {
  private static final int END_SECONDS = 30;

  private final List<String> command;
  private volatile @Nullable Child child;
  private volatile @Nullable Child next;

  /**
   * @param command Command line of {@link SeparateParserMain}.
   */
  SeparateParser(List<String> command) {
    this.command = command;
  }

  /** What came of a content. */
  sealed interface Answer {
    /** It was parsed, or refused. */
    record Parsed(ContentParser.Result result) implements Answer {}

    /**
     * The process ended instead.
     *
     * @param status Exit status, as a shell would say it.
     */
    record Died(int status) implements Answer {}
  }

  private record Child(Process process, DataInputStream in, DataOutputStream out) {}

  /**
   * Parses a content.
   *
   * @param source A {@link dev.codegraph.schemas.SourceFileRead}, encoded.
   * @throws CodeGraphException CG001 when the process cannot be started
   */
  Answer parse(byte[] source) {
    Child running = child;
    if (running == null) {
      running = start();
    }
    byte[] parsed;
    byte[] failure;
    try {
      write(running.out, source);
      running.out.flush();
      parsed = read(running.in);
      failure = read(running.in);
    } catch (IOException endOfStream) {
      child = null;
      if (next == null) {
        next = launch();
      }
      return new Answer.Died(end(running.process));
    }
    FileParsed result = Topics.PARSED_FILES.codec().decode(parsed);
    return new Answer.Parsed(
        new ContentParser.Result(result, new String(failure, StandardCharsets.UTF_8)));
  }

  static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  static byte[] read(DataInputStream in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return bytes;
  }

  /** Makes the process that was started ahead, or a new one, the one in use. */
  private Child start() {
    Child ahead = next;
    Child started = ahead == null ? launch() : ahead;
    child = started;
    next = ahead == null ? null : launch();
    int said;
    try {
      said = started.in.readInt();
    } catch (IOException endOfStream) {
      child = null;
      throw notStarted("it ended with status " + end(started.process), endOfStream);
    }
    if (said != SeparateParserMain.READY) {
      child = null;
      started.process.destroyForcibly();
      throw notStarted("it says something else than that it is ready", null);
    }
    return started;
  }

  private Child launch() {
    try {
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
      return new Child(
          process,
          new DataInputStream(new BufferedInputStream(process.getInputStream())),
          new DataOutputStream(new BufferedOutputStream(process.getOutputStream())));
    } catch (IOException e) {
      throw notStarted(String.valueOf(e.getMessage()), e);
    }
  }

  private static CodeGraphException notStarted(String why, @Nullable IOException cause) {
    String sentence = "a parser in a process apart cannot be started: " + why;
    return cause == null
        ? new CodeGraphException(ErrorCode.CG001, sentence)
        : new CodeGraphException(ErrorCode.CG001, sentence, cause);
  }

  /** Waits for the end of a process whose output has ended. */
  private static int end(Process process) {
    try {
      if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CodeGraphException(ErrorCode.CG001, "interrupted while a parser ended", e);
    }
  }

  @Override
  public void close() {
    Child running = child;
    Child ahead = next;
    child = null;
    next = null;
    if (running != null) {
      running.process.destroyForcibly();
    }
    if (ahead != null) {
      ahead.process.destroyForcibly();
    }
  }
}
