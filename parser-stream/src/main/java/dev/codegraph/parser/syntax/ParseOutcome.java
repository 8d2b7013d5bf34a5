package dev.codegraph.parser.syntax;

/** A tree, or the reason why there is none. */
public sealed interface ParseOutcome {

  /** The content was parsed; broken code is parsed too, with error nodes in the tree. */
  record Parsed(SyntaxTree tree, ParseCost cost) implements ParseOutcome {}

  /** The content was not parsed; {@code detail} says which limit was met, for log and status. */
  record Refused(RefusalReason reason, String detail) implements ParseOutcome {}
}
