package dev.codegraph.graph.link.golang;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of Go itself and of its standard library. */
final class GoStandard {
  private static final Set<String> BUILTINS =
      Set.of(
          "append", "cap", "clear", "close", "complex", "copy", "delete", "imag", "len", "make",
          "max", "min", "new", "panic", "print", "println", "real", "recover");

  /** Packages whose functions give back what they are given, so perhaps types of the project. */
  private static final Set<String> GENERIC =
      Set.of("cmp", "iter", "maps", "slices", "sync", "sync/atomic");

  /** Methods of types that are often embedded, to tell which of several has one. */
  private static final Map<String, Set<String>> METHODS =
      Map.ofEntries(
          Map.entry("go:sync#Mutex", Set.of("Lock", "TryLock", "Unlock")),
          Map.entry(
              "go:sync#RWMutex",
              Set.of("Lock", "TryLock", "Unlock", "RLock", "TryRLock", "RUnlock", "RLocker")),
          Map.entry("go:sync#WaitGroup", Set.of("Add", "Done", "Go", "Wait")),
          Map.entry("go:sync#Once", Set.of("Do")),
          Map.entry("go:context#Context", Set.of("Deadline", "Done", "Err", "Value")),
          Map.entry("go:net/http#ResponseWriter", Set.of("Header", "Write", "WriteHeader")),
          Map.entry("go:net/http#Flusher", Set.of("Flush")),
          Map.entry("go:net/http#Hijacker", Set.of("Hijack")),
          Map.entry("go:net/http#CloseNotifier", Set.of("CloseNotify")),
          Map.entry("go:net/http#Pusher", Set.of("Push")),
          Map.entry("go:net/http#Handler", Set.of("ServeHTTP")),
          Map.entry("go:net/http#RoundTripper", Set.of("RoundTrip")),
          Map.entry("go:io#Reader", Set.of("Read")),
          Map.entry("go:io#Writer", Set.of("Write")),
          Map.entry("go:io#Closer", Set.of("Close")),
          Map.entry("go:io#Seeker", Set.of("Seek")),
          Map.entry("go:io#ReaderAt", Set.of("ReadAt")),
          Map.entry("go:io#WriterAt", Set.of("WriteAt")),
          Map.entry("go:io#ReaderFrom", Set.of("ReadFrom")),
          Map.entry("go:io#WriterTo", Set.of("WriteTo")),
          Map.entry("go:io#StringWriter", Set.of("WriteString")),
          Map.entry("go:io#ReadCloser", Set.of("Read", "Close")),
          Map.entry("go:io#WriteCloser", Set.of("Write", "Close")),
          Map.entry("go:io#ReadWriteCloser", Set.of("Read", "Write", "Close")),
          Map.entry("go:fmt#Stringer", Set.of("String")),
          Map.entry("go:sort#Interface", Set.of("Len", "Less", "Swap")));

  private GoStandard() {}

  /** The only one of several external types that is known to have a method; empty for none. */
  static String ownerOf(List<String> types, String method) {
    String owner = "";
    for (String type : types) {
      if (METHODS.getOrDefault(type, Set.of()).contains(method)) {
        if (!owner.isEmpty()) {
          return "";
        }
        owner = type;
      }
    }
    return owner;
  }

  static boolean isBuiltin(String name) {
    return BUILTINS.contains(name);
  }

  static boolean isGeneric(String path) {
    return GENERIC.contains(path) || path.endsWith("/lo") || path.contains("golang.org/x/exp/");
  }
}
