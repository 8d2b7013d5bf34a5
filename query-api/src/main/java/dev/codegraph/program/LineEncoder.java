package dev.codegraph.program;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.encoder.EncoderBase;
import dev.codegraph.program.config.LoggingConfig;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * Writes a log event as one JSON object, one plain line or one coloured line. Lines that a child
 * process wrote are such lines already and pass unchanged.
 */
final class LineEncoder extends EncoderBase<ILoggingEvent> {
  /** Name of the logger whose messages are whole lines. */
  static final String RAW = "dev.codegraph.child";

  private static final byte[] NONE = new byte[0];
  private static final String RESET = "\u001b[0m";

  private final LoggingConfig config;

  LineEncoder(LoggingConfig config) {
    this.config = config;
  }

  @Override
  public byte[] headerBytes() {
    return NONE;
  }

  @Override
  public byte[] footerBytes() {
    return NONE;
  }

  @Override
  public byte[] encode(ILoggingEvent event) {
    StringBuilder line = new StringBuilder(160);
    if (event.getLoggerName().equals(RAW)) {
      line.append(event.getFormattedMessage());
    } else {
      switch (config.format()) {
        case JSON -> json(event, line);
        case COMPACT -> plain(event, line, "", "");
        case PRETTY -> plain(event, line, colour(event.getLevel()), RESET);
      }
    }
    return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private void json(ILoggingEvent event, StringBuilder line) {
    line.append('{');
    if (config.includeTimestamp()) {
      field(line, "timestamp", time(event).toString());
    }
    if (config.includeLevel()) {
      field(line, "level", event.getLevel().toString());
    }
    if (config.includeTarget()) {
      field(line, "target", event.getLoggerName());
    }
    if (config.includeThreadId()) {
      field(line, "thread_id", event.getThreadName());
    }
    field(line, "message", event.getFormattedMessage());
    for (Map.Entry<String, String> entry : event.getMDCPropertyMap().entrySet()) {
      field(line, entry.getKey(), entry.getValue());
    }
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      field(line, "stack_trace", ThrowableProxyUtil.asString(thrown));
    }
    line.append('}');
  }

  private static void plain(ILoggingEvent event, StringBuilder line, String colour, String reset) {
    String target = event.getLoggerName();
    line.append(time(event))
        .append(' ')
        .append(colour)
        .append(event.getLevel())
        .append(reset)
        .append(' ')
        .append(target, target.lastIndexOf('.') + 1, target.length())
        .append(": ")
        .append(event.getFormattedMessage());
    for (Map.Entry<String, String> entry : event.getMDCPropertyMap().entrySet()) {
      line.append(' ').append(entry.getKey()).append('=').append(entry.getValue());
    }
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown != null) {
      line.append('\n').append(ThrowableProxyUtil.asString(thrown).stripTrailing());
    }
  }

  private static Instant time(ILoggingEvent event) {
    return event.getInstant().truncatedTo(ChronoUnit.MILLIS);
  }

  private static String colour(Level level) {
    return switch (level.toInt()) {
      case Level.ERROR_INT -> "\u001b[31m";
      case Level.WARN_INT -> "\u001b[33m";
      case Level.INFO_INT -> "\u001b[32m";
      default -> "\u001b[36m";
    };
  }

  private static void field(StringBuilder line, String name, String value) {
    if (line.charAt(line.length() - 1) != '{') {
      line.append(',');
    }
    quote(line, name);
    line.append(':');
    quote(line, value);
  }

  private static void quote(StringBuilder line, String text) {
    line.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> line.append("\\\"");
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> {
          if (c < ' ') {
            line.append("\\u00")
                .append(Character.forDigit(c >> 4, 16))
                .append(Character.forDigit(c & 15, 16));
          } else {
            line.append(c);
          }
        }
      }
    }
    line.append('"');
  }
}
