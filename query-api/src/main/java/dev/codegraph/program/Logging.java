package dev.codegraph.program;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import dev.codegraph.program.config.LogFormat;
import dev.codegraph.program.config.LogLevel;
import dev.codegraph.program.config.LoggingConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The log of the process: its level, its look and where it goes. */
public final class Logging {
  private static final String LEVEL_PROPERTY = "codegraph.logging.level";
  private static final String FORMAT_PROPERTY = "codegraph.logging.format";

  /** Libraries whose news are ours only when something is wrong. */
  private static final List<String> LIBRARIES =
      List.of(
          "org.apache",
          "kafka",
          "state.change.logger",
          "io.helidon",
          "org.eclipse",
          "org.rocksdb",
          "com",
          "jdk",
          "sun",
          "java");

  private Logging() {}

  /** Puts a configuration into force, also a second time. */
  static void apply(LoggingConfig config) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    LineEncoder encoder = new LineEncoder(config);
    encoder.setContext(context);
    OutputStreamAppender<ILoggingEvent> appender = appender(config, context);
    appender.setContext(context);
    appender.setEncoder(encoder);
    encoder.start();
    appender.start();
    ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
    root.setLevel(level(config.level()));
    for (String library : LIBRARIES) {
      context.getLogger(library).setLevel(level(quieter(config.level())));
    }
    // A single broker warns of what is ordinary for it: that it elects itself, has an empty log,
    // and
    // creates the partitions of a topic that was just made.
    for (String ordinary :
        List.of("org.apache.kafka.controller.QuorumController", "state.change.logger")) {
      context.getLogger(ordinary).setLevel(Level.OFF);
    }
    // Every client prints its whole configuration and lists what it does not know of it.
    context.getLogger("org.apache.kafka.common.config").setLevel(level(LogLevel.ERROR));
    // It recommends handlers that we set per topology.
    context.getLogger("org.apache.kafka.streams.StreamsConfig").setLevel(Level.ERROR);
    // A global store reads its partitions one after the other and is told of those it has left.
    context
        .getLogger("org.apache.kafka.clients.consumer.internals.OffsetFetcherUtils")
        .setLevel(Level.ERROR);
    context.getLogger(LineEncoder.RAW).setLevel(Level.ALL);
    root.addAppender(appender);
    bridgeJavaLogging(config.level());
  }

  /** Options that make a child that reads no configuration log as this process does. */
  static List<String> childOptions(LoggingConfig config) {
    return List.of(
        "-D" + LEVEL_PROPERTY + "=" + config.level(),
        "-D" + FORMAT_PROPERTY + "=" + config.format());
  }

  /** Puts into force, in the broker's process, what its parent said. */
  public static void applyInChild() {
    apply(
        new LoggingConfig(
            LogLevel.valueOf(System.getProperty(LEVEL_PROPERTY, LogLevel.INFO.name())),
            LogFormat.valueOf(System.getProperty(FORMAT_PROPERTY, LogFormat.COMPACT.name())),
            "stdout",
            true,
            true,
            true,
            false,
            Path.of("unused.log"),
            Long.MAX_VALUE,
            1,
            false));
    // A single broker warns of what is ordinary for it: that it elects itself, creates partitions
    // of
    // a topic that was just made, and closes its connection to itself.
    for (String ordinary :
        List.of(
            "org.apache.kafka.controller.QuorumController",
            "org.apache.kafka.clients.NetworkClient",
            "state.change.logger")) {
      ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(ordinary).setLevel(Level.OFF);
    }
  }

  /** Writes a line that a child process has formatted. */
  static void pass(String line) {
    LoggerFactory.getLogger(LineEncoder.RAW).info(line);
  }

  private static OutputStreamAppender<ILoggingEvent> appender(
      LoggingConfig config, LoggerContext context) {
    return switch (config.output()) {
      case "stdout" -> console("System.out");
      case "stderr" -> console("System.err");
      case "file" -> file(config, config.logFilePath().toString(), context);
      default -> file(config, config.output(), context);
    };
  }

  private static OutputStreamAppender<ILoggingEvent> console(String target) {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setTarget(target);
    return appender;
  }

  private static OutputStreamAppender<ILoggingEvent> file(
      LoggingConfig config, String path, LoggerContext context) {
    RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
    appender.setContext(context);
    appender.setFile(path);

    FixedWindowRollingPolicy rolling = new FixedWindowRollingPolicy();
    rolling.setContext(context);
    rolling.setParent(appender);
    rolling.setFileNamePattern(path + ".%i" + (config.compressRotated() ? ".gz" : ""));
    rolling.setMinIndex(1);
    rolling.setMaxIndex(config.maxFiles());
    rolling.start();

    SizeBasedTriggeringPolicy<ILoggingEvent> size = new SizeBasedTriggeringPolicy<>();
    size.setContext(context);
    size.setMaxFileSize(new FileSize(config.maxFileSize()));
    size.start();

    appender.setRollingPolicy(rolling);
    appender.setTriggeringPolicy(size);
    return appender;
  }

  private static LogLevel quieter(LogLevel level) {
    return LogLevel.values()[Math.min(level.ordinal() + 1, LogLevel.ERROR.ordinal())];
  }

  private static Level level(LogLevel level) {
    return switch (level) {
      case TRACE -> Level.TRACE;
      case DEBUG -> Level.DEBUG;
      case INFO -> Level.INFO;
      case WARN -> Level.WARN;
      case ERROR -> Level.ERROR;
    };
  }

  /** Helidon and Lucene log through the JDK. */
  private static void bridgeJavaLogging(LogLevel level) {
    java.util.logging.Logger root = LogManager.getLogManager().getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    root.addHandler(new Bridge());
    root.setLevel(
        switch (quieter(level)) {
          case TRACE, DEBUG -> java.util.logging.Level.FINE;
          case INFO -> java.util.logging.Level.INFO;
          case WARN -> java.util.logging.Level.WARNING;
          case ERROR -> java.util.logging.Level.SEVERE;
        });
  }

  /** Sends what is logged through the JDK to the same place as everything else. */
  private static final class Bridge extends Handler {
    @Override
    public void publish(LogRecord record) {
      Logger logger = LoggerFactory.getLogger(String.valueOf(record.getLoggerName()));
      String message = new java.util.logging.SimpleFormatter().formatMessage(record);
      int level = record.getLevel().intValue();
      if (level >= java.util.logging.Level.SEVERE.intValue()) {
        logger.error(message, record.getThrown());
      } else if (level >= java.util.logging.Level.WARNING.intValue()) {
        logger.warn(message, record.getThrown());
      } else if (level >= java.util.logging.Level.INFO.intValue()) {
        logger.info(message, record.getThrown());
      } else {
        logger.debug(message, record.getThrown());
      }
    }

    @Override
    public void flush() {
      // Nothing is held back.
    }

    @Override
    public void close() {
      // There is nothing of its own to close.
    }
  }
}
