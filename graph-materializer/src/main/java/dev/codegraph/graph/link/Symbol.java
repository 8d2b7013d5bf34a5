package dev.codegraph.graph.link;

/**
 * An entry of the symbol index together with the file that contributes it.
 *
 * @param path Path of that file.
 * @param entry The entry.
 */
public record Symbol(String path, SymbolEntry entry) {
  /** Whether a call with this many arguments can mean it; -1: not a call, always true. */
  public boolean accepts(int argumentCount) {
    return argumentCount < 0
        || (argumentCount >= entry.minArguments()
            && (entry.maxArguments() < 0 || argumentCount <= entry.maxArguments()));
  }
}
