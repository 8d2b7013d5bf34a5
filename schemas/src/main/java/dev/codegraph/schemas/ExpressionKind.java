package dev.codegraph.schemas;

/** The shape of one node of a receiver expression. */
public enum ExpressionKind {
  NAME,
  MEMBER,
  CALL,
  NEW,
  LITERAL,
  THIS,
  SUPER,
  INDEX,
  CAST,
  AWAIT,
  LAMBDA,
  OTHER
}
