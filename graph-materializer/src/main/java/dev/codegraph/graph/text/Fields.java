package dev.codegraph.graph.text;

/** Names of the fields of the text index. */
final class Fields {
  /** View the document belongs to. */
  static final String VIEW = "view";

  /** Same as {@link #VIEW} and the path and the number it begins at: finds what ends. */
  static final String LIFE = "life";

  /** What the document is: entity or links. */
  static final String TYPE = "type";

  /** First number at which it holds. */
  static final String FROM = "from";

  /** First number at which it no longer holds. */
  static final String TO = "to";

  /** Hash of the view, for postings that are walked by hand. */
  static final String VIEW_HASH = "view_hash";

  static final String EXACT_NAME = "exact_name";
  static final String EXACT_QUALIFIED = "exact_qualified";
  static final String NAME = "name";
  static final String QUALIFIED = "qualified";
  static final String PATH = "path";
  static final String SIGNATURE = "signature";
  static final String DOCUMENTATION = "documentation";
  static final String KIND = "kind";
  static final String LANGUAGE = "language";

  /** Path, for the order of equal scores. */
  static final String ORDER_PATH = "order_path";

  /** Place in the file, for the order of equal scores. */
  static final String ORDER_PLACE = "order_place";

  /** What is shown of an entity, packed. */
  static final String HIT = "hit";

  /** Names that a file refers to without a sure target: name/arguments, or name alone. */
  static final String UNSURE = "unsure";

  private Fields() {}
}
