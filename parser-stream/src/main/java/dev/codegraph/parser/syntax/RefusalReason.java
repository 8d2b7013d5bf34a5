package dev.codegraph.parser.syntax;

/**
 * Why a content was not parsed. All but {@link #DEADLINE} and {@link #CANCELLED} are repeatable.
 */
public enum RefusalReason {
  /** The bytes are not text. */
  BINARY,
  /** Brackets nest deeper than the limit, or the parser's native stack ran out. */
  NESTING,
  /** The parse took more operations than allowed: input on which the parser is not linear. */
  WORK_BUDGET,
  /** The parse took more CPU time than allowed; depends on the machine, a retry may succeed. */
  DEADLINE,
  /** The parse took more native memory than allowed. */
  MEMORY,
  /** The tree has more nodes than allowed. */
  TOO_MANY_NODES,
  /** {@link SyntaxParser#cancel()} was called. */
  CANCELLED,
  /** The content has more bytes than allowed. */
  TOO_LARGE,
  /** The native parser stopped at one of its own checks. */
  PARSER_FAULT
}
