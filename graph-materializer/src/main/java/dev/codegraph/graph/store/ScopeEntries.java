package dev.codegraph.graph.store;

import dev.codegraph.graph.link.SymbolEntry;
import dev.codegraph.schemas.EntityKind;
import java.util.ArrayList;
import java.util.List;

/** The entries of a scope that one file contributes: value of S. */
public final class ScopeEntries {
  private static final EntityKind[] KINDS = EntityKind.values();

  private ScopeEntries() {}

  /** The value. */
  public static byte[] toBytes(List<SymbolEntry> entries) {
    Packer out = new Packer(entries.size() * 48 + 4).number(entries.size());
    for (SymbolEntry entry : entries) {
      out.raw(entryBytes(entry));
    }
    return out.toBytes();
  }

  /** The bytes of one entry: equal exactly when the entries are equal within their scope. */
  public static byte[] entryBytes(SymbolEntry entry) {
    Packer out = new Packer(64);
    out.text(entry.name()).text(entry.localId()).octet(entry.kind().ordinal());
    out.number(entry.modifiers()).number(entry.minArguments()).signed(entry.maxArguments());
    out.text(entry.type()).number(entry.details().size());
    for (String detail : entry.details()) {
      out.text(detail);
    }
    return out.toBytes();
  }

  /** The entries in a value. */
  public static List<SymbolEntry> of(String scope, byte[] value) {
    Unpacker in = new Unpacker(value);
    int count = in.count();
    List<SymbolEntry> entries = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String name = in.text();
      String localId = in.text();
      EntityKind kind = KINDS[in.octet()];
      int modifiers = in.count();
      int min = in.count();
      int max = (int) in.signed();
      String type = in.text();
      int detailCount = in.count();
      List<String> details = detailCount == 0 ? List.of() : new ArrayList<>(detailCount);
      for (int d = 0; d < detailCount; d++) {
        details.add(in.text());
      }
      entries.add(new SymbolEntry(scope, name, localId, kind, modifiers, min, max, type, details));
    }
    return entries;
  }
}
