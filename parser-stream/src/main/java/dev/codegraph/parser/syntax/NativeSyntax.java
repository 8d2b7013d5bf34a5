package dev.codegraph.parser.syntax;

import java.net.URL;
import org.jspecify.annotations.Nullable;

/**
 * Which native tree-sitter this process uses. The library that the build compiled is preferred; the
 * natives of the bundled jars serve every other platform. The system property {@code
 * codegraph.parser.natives} ({@code compiled} or {@code bundled}) decides by hand.
 */
public final class NativeSyntax {
  /** The system property that decides by hand. */
  public static final String PROPERTY = "codegraph.parser.natives";

  private NativeSyntax() {}

  /** Loads the library on first use, for the life of the process. */
  private static final class Loaded {
    static final NativeLibrary LIBRARY = load(System.getProperty(PROPERTY));
  }

  /** Which library is in use, for log and health. */
  public static String describe() {
    return library().describe();
  }

  static NativeLibrary library() {
    return Loaded.LIBRARY;
  }

  static NativeLibrary load(@Nullable String choice) {
    URL compiled = CompiledLibrary.find();
    return switch (choice) {
      case null -> compiled == null ? new BundledLibrary() : new CompiledLibrary(compiled);
      case "bundled" -> new BundledLibrary();
      case "compiled" -> {
        if (compiled == null) {
          throw new IllegalStateException(
              "no compiled syntax library for " + NativeFiles.platform() + " on the class path");
        }
        yield new CompiledLibrary(compiled);
      }
      default ->
          throw new IllegalArgumentException(
              PROPERTY + " must be compiled or bundled, not " + choice);
    };
  }
}
