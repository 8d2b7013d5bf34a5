package dev.codegraph.ingest;

import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ParsingSwitch;
import dev.codegraph.schemas.SourceFileRead;
import dev.codegraph.schemas.Topics;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Reads, judges and sends the contents of one changeset, each once. What it remembers per content
 * is a hash and a verdict, never the bytes.
 */
final class ContentSender {
  /** Room in a record for the fields around the bytes, and for Kafka's own. */
  private static final int RECORD_OVERHEAD_BYTES = 64 * 1024;

  private final String project;
  private final ObjectReader reader;
  private final IngestConfig config;
  private final IngestLog log;
  private final BulkPace pace;
  private final Set<TreeChange.Content> sentBefore;
  private final Map<TreeChange.Content, Outcome> outcomes = new HashMap<>();
  private final Set<String> sent = new HashSet<>();
  private long bytes;

  /**
   * @param project Project key.
   * @param sentBefore Contents that the log has of this project.
   */
  ContentSender(
      String project,
      ObjectReader reader,
      IngestConfig config,
      IngestLog log,
      BulkPace pace,
      Set<TreeChange.Content> sentBefore) {
    this.project = project;
    this.reader = reader;
    this.config = config;
    this.log = log;
    this.pace = pace;
    this.sentBefore = sentBefore;
  }

  /**
   * What became of a content.
   *
   * @param contentId Content id; empty when it was not read.
   * @param language Wire name of the language that it was sent as; empty when it was not.
   * @param status OK, SKIPPED or FAILED.
   * @param reason Token of the reason when not OK.
   * @param size Bytes.
   */
  record Outcome(
      String contentId, String language, ContentStatus status, String reason, long size) {
    static Outcome skipped(SkipReason reason, long size) {
      return new Outcome("", "", ContentStatus.SKIPPED, reason.wire(), size);
    }

    static Outcome failed(String reason) {
      return new Outcome("", "", ContentStatus.FAILED, reason, 0);
    }
  }

  /** How many contents were sent. */
  long contentsSent() {
    return sent.size();
  }

  /** How many bytes of contents were sent, before compression. */
  long bytesSent() {
    return bytes;
  }

  /** Sends a content unless it is known or to be skipped, and says what became of it. */
  Outcome send(TreeChange.Content content) throws IOException, InterruptedException {
    Outcome known = outcomes.get(content);
    if (known != null) {
      return known;
    }
    Outcome outcome = read(content);
    outcomes.put(content, outcome);
    return outcome;
  }

  private Outcome read(TreeChange.Content content) throws IOException, InterruptedException {
    try {
      long size = reader.getObjectSize(content.blob(), Constants.OBJ_BLOB);
      boolean isNamed = content.naming().isSure();
      if (size > config.maxFileSize()) {
        return Outcome.skipped(
            isNamed ? SkipReason.TOO_LARGE : SkipReason.UNSUPPORTED_LANGUAGE, size);
      }
      byte[] blob =
          reader.open(content.blob(), Constants.OBJ_BLOB).getCachedBytes(Integer.MAX_VALUE);
      Language named =
          switch (content.naming()) {
            case EXACT, HEADER -> content.language();
            case YAML -> KubernetesContent.isManifest(blob) ? content.language() : null;
            case NONE -> ScriptLanguage.of(blob).filter(this::reads).orElse(null);
          };
      if (named == null) {
        return Outcome.skipped(SkipReason.UNSUPPORTED_LANGUAGE, size);
      }
      if (!config.encodingDetection() && !SourceText.isUtf8(blob)) {
        return Outcome.skipped(SkipReason.NOT_UTF8, size);
      }
      byte[] text = SourceText.toUtf8(blob);
      Optional<SkipReason> skip =
          ContentRules.judge(text, named, config.maxLineLength(), content.byHand());
      if (skip.isPresent()) {
        return Outcome.skipped(skip.get(), size);
      }
      if (content.naming() != FileRules.Naming.HEADER) {
        return send(content, named, text);
      }
      Optional<Language> found = HeaderLanguage.of(text).filter(this::reads);
      return found.isPresent()
          ? send(content, found.get(), text)
          : Outcome.skipped(SkipReason.UNSUPPORTED_LANGUAGE, size);
    } catch (MissingObjectException e) {
      // A partial clone: the other files are there.
      return Outcome.failed("missing_object");
    } catch (CorruptObjectException e) {
      return Outcome.failed("corrupt_object");
    }
  }

  private boolean reads(Language language) {
    return config.languages().contains(language);
  }

  private Outcome send(TreeChange.Content content, Language language, byte[] text)
      throws InterruptedException {
    String off = ParsingSwitch.wire(config.switchedOff(), language);
    String contentId = Fingerprint.ofContent(text, off);
    String key = Keys.source(project, contentId, language.wire());
    if (!sentBefore.contains(content) && !sent.contains(key)) {
      byte[] value =
          Topics.SOURCE_FILES
              .codec()
              .encode(new SourceFileRead(project, contentId, language.wire(), text, off));
      if (value.length > Topics.MAX_CONTENT_RECORD_BYTES - RECORD_OVERHEAD_BYTES) {
        return Outcome.skipped(SkipReason.TOO_LARGE, text.length);
      }
      pace.await(sent.size());
      log.send(Topics.SOURCE_FILES, key, value);
      sent.add(key);
      bytes += text.length;
    }
    return new Outcome(contentId, language.wire(), ContentStatus.OK, "", text.length);
  }
}
