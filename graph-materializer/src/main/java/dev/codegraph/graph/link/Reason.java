package dev.codegraph.graph.link;

import java.util.Locale;

/** Why a reference stays unresolved. */
public enum Reason {
  /** No definition of the name is visible from the place. */
  NOT_VISIBLE,
  /** The type of the receiver is not known. */
  RECEIVER_UNKNOWN,
  /** The type of the receiver is known and has no such member, nor has any known base. */
  NO_SUCH_MEMBER,
  /** The type has a base outside the project that may declare the member. */
  EXTERNAL_BASE,
  /** Definitions exist, none takes this many arguments. */
  ARITY,
  /** The imported module or name is nowhere in the project, and no dependency explains it. */
  IMPORT_NOT_FOUND,
  /** The language decides at run time: computed names, monkey patching. */
  DYNAMIC,
  /** Following types went deeper than the bound that keeps linking finite. */
  TOO_DEEP,
  /** Linking the file failed; a dead letter has the cause. */
  LINKER_FAILED,
  /** The language has facts and no policy of its own yet. */
  LANGUAGE_NOT_LINKED;

  private final String wire = name().toLowerCase(Locale.ROOT);

  /** The name in exports and the API. */
  public String wire() {
    return wire;
  }
}
