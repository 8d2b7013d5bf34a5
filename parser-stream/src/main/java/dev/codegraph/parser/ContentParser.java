package dev.codegraph.parser;

import dev.codegraph.parser.syntax.ParseLimits;
import dev.codegraph.parser.syntax.ParseOutcome;
import dev.codegraph.parser.syntax.RefusalReason;
import dev.codegraph.parser.syntax.SyntaxParser;
import dev.codegraph.schemas.ContentStatus;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.FileParsed;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.ParsingSwitch;
import dev.codegraph.schemas.Recipes;
import dev.codegraph.schemas.SourceFileRead;
import java.util.Locale;
import java.util.Optional;

/**
 * Turns a content into what became of it, whatever the content is. Belongs to one thread, which
 * must have a stack as {@link dev.codegraph.parser.syntax.ParserThreads} makes them.
 */
final class ContentParser implements AutoCloseable {
  private final SyntaxParser parser;

  ContentParser(ParseLimits limits) {
    this.parser = new SyntaxParser(limits);
  }

  /** A result and, when something of ours failed, what it was. */
  record Result(FileParsed parsed, String failure) {}

  /** Parses and indexes a content. */
  Result parse(SourceFileRead source) {
    Language language = Language.ofWire(source.language());
    if (!Indexers.has(language)) {
      return skipped(source, "unsupported_language");
    }
    return switch (Indexers.of(language)) {
      case TextIndexer indexer -> indexText(source, indexer);
      case TreeIndexer indexer -> indexTree(source, language, indexer);
    };
  }

  private static Result indexText(SourceFileRead source, TextIndexer indexer) {
    try {
      return ok(source, indexer.index(source.bytes()), source.bytes());
    } catch (IllegalArgumentException e) {
      return failed(source, "syntax_errors", String.valueOf(e.getMessage()));
    } catch (RuntimeException | StackOverflowError e) {
      return failed(source, "indexer_failed", e.toString());
    }
  }

  private Result indexTree(SourceFileRead source, Language language, TreeIndexer indexer) {
    ParseOutcome outcome;
    try {
      outcome = indexer.parse(language, source.bytes(), parser);
    } catch (IllegalArgumentException e) {
      return failed(source, "syntax_errors", String.valueOf(e.getMessage()));
    }
    if (outcome instanceof ParseOutcome.Refused(RefusalReason reason, String ignored)
        && reason == RefusalReason.DEADLINE) {
      // The one limit that depends on how busy the machine is.
      outcome = indexer.parse(language, source.bytes(), parser);
    }
    return switch (outcome) {
      case ParseOutcome.Parsed parsed -> {
        LeftOut leftOut = new LeftOut(ParsingSwitch.ofWire(source.switchedOff()));
        Optional<ParsingSwitch> missing = leftOut.missing(parsed.tree());
        if (missing.isPresent()) {
          yield failed(source, missing.get().wire(), missing.get().key() + " is off");
        }
        try {
          FileFacts facts = indexer.index(parsed.tree(), source.bytes());
          yield ok(source, leftOut.apply(facts), parsed.tree().source());
        } catch (RuntimeException | StackOverflowError e) {
          yield failed(source, "indexer_failed", e.toString());
        }
      }
      case ParseOutcome.Refused refused -> refused(source, refused);
    };
  }

  private static Result refused(SourceFileRead source, ParseOutcome.Refused refused) {
    return switch (refused.reason()) {
      case BINARY -> skipped(source, "binary");
      case TOO_LARGE -> skipped(source, "too_large");
      case NESTING, WORK_BUDGET, DEADLINE, MEMORY, TOO_MANY_NODES, CANCELLED, PARSER_FAULT ->
          failed(source, refused.reason().name().toLowerCase(Locale.ROOT), refused.detail());
    };
  }

  /**
   * @param text What the byte offsets of the facts count in.
   */
  private static Result ok(SourceFileRead source, FileFacts facts, byte[] text) {
    boolean whole = facts.errorBytes() == 0;
    return new Result(
        result(
            source,
            whole ? ContentStatus.OK : ContentStatus.PARTIAL,
            whole ? "" : "syntax_errors",
            "",
            facts,
            text),
        "");
  }

  private static Result skipped(SourceFileRead source, String reason) {
    return new Result(nothing(source, ContentStatus.SKIPPED, reason, ""), "");
  }

  /** The result for a content that could not be parsed. */
  static Result failed(SourceFileRead source, String reason, String failure) {
    return new Result(
        nothing(source, ContentStatus.FAILED, reason, ErrorCode.CG007.name()),
        failure.isEmpty() ? reason : reason + ": " + failure);
  }

  private static FileParsed nothing(
      SourceFileRead source, ContentStatus status, String reason, String code) {
    return result(source, status, reason, code, LanguageIndexer.fileOnly(new byte[0]), new byte[0]);
  }

  private static FileParsed result(
      SourceFileRead source,
      ContentStatus status,
      String reason,
      String code,
      FileFacts facts,
      byte[] text) {
    return new FileParsed(
        source.project(),
        source.contentId(),
        source.language(),
        Recipes.FACTS,
        status,
        reason,
        code,
        facts,
        text);
  }

  @Override
  public void close() {
    parser.close();
  }
}
