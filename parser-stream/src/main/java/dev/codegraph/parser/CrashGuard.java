package dev.codegraph.parser;

import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What keeps contents that natives die of from taking the parser down more than once in ten
 * minutes, however many they are. A process that finds its predecessor dead in the middle of a
 * parse is careful for that long: it has each content parsed by a {@link SeparateParser}, one at a
 * time, which costs little, starts again in a fraction of a second, and leaves no doubt which
 * content it died of. The facts are the same either way.
 */
final class CrashGuard implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CrashGuard.class);
  private static final Duration CAREFUL = Duration.ofMinutes(10);

  /** Deaths of one content that are no accident, when nothing says whose fault they were. */
  private static final int DEATHS = 2;

  private final CrashJournal journal;
  private final SeparateParser separate;
  private final LongSupplier nanoTime;
  private volatile boolean isCareful;
  private volatile long lastDeathNanos;
  private volatile boolean isClosed;

  CrashGuard(CrashJournal journal, SeparateParser separate, LongSupplier nanoTime) {
    this.journal = journal;
    this.separate = separate;
    this.nanoTime = nanoTime;
    if (!journal.unfinished().isEmpty()) {
      LOG.warn(
          "the process before died while parsing {}; for {} minutes contents are parsed in a"
              + " process apart",
          String.join(" and ", journal.unfinished()),
          CAREFUL.toMinutes());
      died();
    }
  }

  /** A slot for one parsing thread of this process. */
  CrashJournal.Slot slot(String name) {
    return journal.slot(name);
  }

  /** Whether natives died of a content before. */
  boolean isCrasher(String key) {
    return journal.isCrasher(key);
  }

  /** Whether contents are to be parsed apart. */
  boolean isCareful() {
    if (isCareful && isOver()) {
      relax();
    }
    return isCareful;
  }

  private boolean isOver() {
    return nanoTime.getAsLong() - lastDeathNanos > CAREFUL.toNanos();
  }

  private synchronized void relax() {
    if (isCareful && isOver()) {
      isCareful = false;
      separate.close();
      LOG.info("nothing crashed for {} minutes: parsing in this process", CAREFUL.toMinutes());
    }
  }

  /**
   * Has a content parsed apart.
   *
   * @param source The content, encoded.
   * @return empty when the process died of it
   */
  synchronized Optional<ContentParser.Result> parse(String key, byte[] source) {
    for (int deaths = 1; ; deaths++) {
      switch (separate.parse(source)) {
        case SeparateParser.Answer.Parsed(ContentParser.Result result) -> {
          return Optional.of(result);
        }
        case SeparateParser.Answer.Died(int status) -> {
          if (isClosed) {
            throw new CodeGraphException(ErrorCode.CG001, "the parser is being closed");
          }
          died();
          LOG.warn("the process apart died with status {} of {}", status, key);
          if (isOwnFault(status) || deaths == DEATHS) {
            journal.addCrasher(key);
            return Optional.empty();
          }
        }
      }
    }
  }

  private void died() {
    lastDeathNanos = nanoTime.getAsLong();
    isCareful = true;
  }

  /** SIGILL, SIGABRT, SIGBUS, SIGFPE and SIGSEGV are what natives die of. */
  private static boolean isOwnFault(int status) {
    return switch (status) {
      case 132, 134, 135, 136, 139 -> true;
      default -> false;
    };
  }

  @Override
  public void close() {
    isClosed = true;
    separate.close();
  }
}
