package dev.codegraph.parser;

import dev.codegraph.parser.syntax.ParseLimits;
import dev.codegraph.parser.syntax.ParserThreads;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.SourceFileRead;
import dev.codegraph.schemas.Topics;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * The program of a {@link SeparateParser}: reads encoded contents from its standard input, each
 * after its length, and writes for each the encoded facts and what failed. Ends when its input
 * does.
 */
public final class SeparateParserMain {
  /** What it writes when it can parse. */
  static final int READY = 0x0C0DE6;

  private static final SourceFileRead NOTHING =
      new SourceFileRead("", "", Language.JAVA.wire(), new byte[0], "");

  private SeparateParserMain() {}

  /** The arguments that make it parse within limits. */
  public static List<String> arguments(ParseLimits limits) {
    return Stream.of(
            limits.maxBytes(),
            limits.maxNesting(),
            limits.maxOperations(),
            limits.memoryBytes(),
            limits.cpuDeadline().toMillis(),
            limits.maxNodes())
        .map(String::valueOf)
        .toList();
  }

  private static ParseLimits limits(String[] arguments) {
    return new ParseLimits(
        Long.parseLong(arguments[0]),
        Integer.parseInt(arguments[1]),
        Long.parseLong(arguments[2]),
        Long.parseLong(arguments[3]),
        Duration.ofMillis(Long.parseLong(arguments[4])),
        Integer.parseInt(arguments[5]));
  }

  /** Runs until the input ends. */
  public static void main(String[] arguments) throws InterruptedException {
    // Whatever else is printed must not get between the answers.
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    System.setOut(System.err);
    // These are sent to whole groups of processes; only the end of the input ends this one.
    for (String name : List.of("INT", "HUP", "TERM")) {
      Signal.handle(new Signal(name), SignalHandler.SIG_IGN);
    }
    DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
    Thread thread = new ParserThreads("parser").newThread(() -> answer(limits(arguments), in, out));
    thread.start();
    thread.join();
  }

  private static void answer(ParseLimits limits, DataInputStream in, DataOutputStream out) {
    try (ContentParser parser = new ContentParser(limits)) {
      // What is loaded before it says that it is ready, nobody waits for.
      answer(
          parser,
          Topics.SOURCE_FILES.codec().encode(NOTHING),
          new DataOutputStream(OutputStream.nullOutputStream()));
      out.writeInt(READY);
      out.flush();
      while (true) {
        byte[] source;
        try {
          source = SeparateParser.read(in);
        } catch (EOFException end) {
          return;
        }
        answer(parser, source, out);
        out.flush();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void answer(ContentParser parser, byte[] source, DataOutputStream out)
      throws IOException {
    ContentParser.Result result = parser.parse(Topics.SOURCE_FILES.codec().decode(source));
    SeparateParser.write(out, Topics.PARSED_FILES.codec().encode(result.parsed()));
    SeparateParser.write(out, result.failure().getBytes(StandardCharsets.UTF_8));
  }
}
