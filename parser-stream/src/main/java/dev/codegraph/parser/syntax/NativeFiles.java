package dev.codegraph.parser.syntax;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Native libraries that lie among the class path's resources. */
final class NativeFiles {
  private NativeFiles() {}

  /** {@code <os>-<arch>} of this process, for example {@code linux-x86_64}. */
  static String platform() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    return (os.contains("linux") ? "linux" : os.contains("mac") ? "macos" : "windows")
        + "-"
        + (arch.equals("amd64") ? "x86_64" : arch);
  }

  static @Nullable URL find(String resource) {
    return NativeFiles.class.getClassLoader().getResource(resource);
  }

  /** Loads a library for the life of the process. */
  static SymbolLookup load(URL resource) {
    try {
      if (resource.getProtocol().equals("file")) {
        return SymbolLookup.libraryLookup(Path.of(resource.toURI()), Arena.global());
      }
      return loadCopy(resource);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot load " + resource, e);
    } catch (URISyntaxException e) {
      throw new IllegalStateException("cannot load " + resource, e);
    }
  }

  /** A library inside a jar is copied out; where the system lets us, the copy goes at once. */
  private static SymbolLookup loadCopy(URL resource) throws IOException {
    Path folder = Files.createTempDirectory("codegraph-native");
    String name = URI.create(resource.toString().substring(4)).getPath();
    Path copy = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
    try (InputStream in = resource.openStream()) {
      Files.copy(in, copy);
    }
    SymbolLookup lookup = SymbolLookup.libraryLookup(copy, Arena.global());
    if (platform().startsWith("windows")) {
      folder.toFile().deleteOnExit();
      copy.toFile().deleteOnExit();
    } else {
      Files.delete(copy);
      Files.delete(folder);
    }
    return lookup;
  }
}
