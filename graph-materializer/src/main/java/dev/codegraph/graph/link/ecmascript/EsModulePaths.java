package dev.codegraph.graph.link.ecmascript;

import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the module is that a specifier names, seen from a file: a source file of the project, an
 * ambient module, something outside, or nothing.
 */
final class EsModulePaths {
  private static final int MAX_CONFIGS = 8;
  private static final List<String> BUILT =
      List.of("dist/", "lib/", "build/", "out/", "es/", "esm/", "cjs/");

  private final ProjectView view;
  private final Map<String, Optional<EsValue>> found = new HashMap<>();
  private final Map<String, Config> configs = new HashMap<>();

  /** Options of a configuration with what it extends: folders that the options count from. */
  private record Config(@Nullable String baseUrl, String pathsFolder, String paths) {}

  private static final Config NO_CONFIG = new Config(null, "", "");

  EsModulePaths(ProjectView view) {
    this.view = view;
  }

  /** The module; null when the project should have it and has not. */
  @Nullable EsValue resolve(String from, String specifier) {
    String folder = EsKeys.folder(from);
    String key = folder + "\n" + specifier;
    Optional<EsValue> known = found.get(key);
    if (known == null) {
      known = Optional.ofNullable(find(folder, specifier));
      found.put(key, known);
    }
    return known.orElse(null);
  }

  private @Nullable EsValue find(String folder, String specifier) {
    if (specifier.startsWith("./")
        || specifier.startsWith("../")
        || specifier.equals(".")
        || specifier.equals("..")) {
      return file(EsKeys.join(folder, specifier));
    }
    if (specifier.startsWith("node:")) {
      return new EsValue.External(specifier + "#");
    }
    if (specifier.isEmpty() || specifier.startsWith("/") || specifier.indexOf(':') >= 0) {
      return null;
    }
    if (specifier.startsWith("#")) {
      EsValue internal = packageImport(folder, specifier);
      if (internal != null) {
        return internal;
      }
    }
    Config config = config(folder);
    EsValue mapped = mapped(config, specifier);
    if (mapped != null) {
      return mapped;
    }
    String name = packageOf(specifier);
    List<Symbol> packages = view.lookup(EsKeys.npm(name), "");
    if (packages.size() == 1) {
      EsValue entry = packageEntry(packages.getFirst(), specifier.substring(name.length()));
      if (entry != null) {
        return entry;
      }
    }
    if (config.baseUrl() != null) {
      EsValue based = file(EsKeys.join(config.baseUrl(), specifier));
      if (based != null) {
        return based;
      }
    }
    List<Symbol> ambient = view.lookup(EsKeys.ambient(specifier), "");
    if (ambient.size() == 1) {
      Symbol symbol = ambient.getFirst();
      return new EsValue.Ambient(symbol.path(), EsInfo.nested(symbol.entry()));
    }
    if (specifier.startsWith("@/") || specifier.startsWith("~") || specifier.startsWith("#")) {
      // Not a name that a registry can hold: a bundler maps it.
      return null;
    }
    return new EsValue.External(
        EsGlobals.isNode(specifier) ? "node:" + specifier + "#" : "npm:" + name + "#");
  }

  /** The package that a bare specifier begins with. */
  static String packageOf(String specifier) {
    int slash = specifier.indexOf('/');
    if (slash >= 0 && specifier.startsWith("@")) {
      slash = specifier.indexOf('/', slash + 1);
    }
    return slash < 0 ? specifier : specifier.substring(0, slash);
  }

  /** The source file that a path without or with its ending means, or the index of a folder. */
  private EsValue.@Nullable Module file(@Nullable String path) {
    if (path == null) {
      return null;
    }
    String ending = EsKeys.ending(path);
    if (!ending.isEmpty()) {
      String stem = path.substring(0, path.length() - ending.length() - 1);
      List<Symbol> candidates = view.members(EsKeys.stem(stem));
      for (Symbol candidate : candidates) {
        if (candidate.path().equals(path)) {
          return new EsValue.Module(path);
        }
      }
      EsValue.Module compiled = best(candidates);
      if (compiled != null) {
        return compiled;
      }
    }
    EsValue.Module plain = path.isEmpty() ? null : best(view.members(EsKeys.stem(path)));
    if (plain != null) {
      return plain;
    }
    return best(view.members(EsKeys.stem(path.isEmpty() ? "index" : path + "/index")));
  }

  private static EsValue.@Nullable Module best(List<Symbol> candidates) {
    Symbol best = null;
    int rank = Integer.MAX_VALUE;
    for (Symbol candidate : candidates) {
      int at = EsKeys.ENDINGS.indexOf(candidate.entry().name());
      if (at >= 0 && at < rank) {
        best = candidate;
        rank = at;
      }
    }
    return best == null ? null : new EsValue.Module(best.path());
  }

  private @Nullable EsValue mapped(Config config, String specifier) {
    String bestPattern = null;
    String[] bestTargets = null;
    for (String line : lines(config.paths())) {
      String[] parts = line.split("\t");
      if (parts.length > 1
          && match(parts[0], specifier) != null
          && (bestPattern == null || prefix(parts[0]) > prefix(bestPattern))) {
        bestPattern = parts[0];
        bestTargets = parts;
      }
    }
    if (bestPattern == null || bestTargets == null) {
      return null;
    }
    String rest = match(bestPattern, specifier);
    for (int i = 1; i < bestTargets.length; i++) {
      String target = bestTargets[i].replace("*", rest == null ? "" : rest);
      EsValue module = file(EsKeys.join(config.pathsFolder(), target));
      if (module != null) {
        return module;
      }
    }
    return null;
  }

  private static int prefix(String pattern) {
    int star = pattern.indexOf('*');
    return star < 0 ? Integer.MAX_VALUE : star;
  }

  /** What the star of a pattern stands for; empty for an exact match; null when it differs. */
  private static @Nullable String match(String pattern, String text) {
    int star = pattern.indexOf('*');
    if (star < 0) {
      return pattern.equals(text) ? "" : null;
    }
    String before = pattern.substring(0, star);
    String after = pattern.substring(star + 1);
    return text.length() >= before.length() + after.length()
            && text.startsWith(before)
            && text.endsWith(after)
        ? text.substring(before.length(), text.length() - after.length())
        : null;
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split("\n"));
  }

  /** The configuration that holds for a folder: the nearest one at or above it. */
  private Config config(String folder) {
    Config known = configs.get(folder);
    if (known != null) {
      return known;
    }
    Config config = NO_CONFIG;
    String at = folder;
    while (true) {
      String prefix = at.isEmpty() ? "" : at + "/";
      List<Symbol> found = view.lookup(EsKeys.config(prefix + "tsconfig.json"), "");
      if (found.isEmpty()) {
        found = view.lookup(EsKeys.config(prefix + "jsconfig.json"), "");
      }
      if (!found.isEmpty()) {
        config = read(found.getFirst(), 0);
        break;
      }
      if (at.isEmpty()) {
        break;
      }
      at = EsKeys.folder(at);
    }
    configs.put(folder, config);
    return config;
  }

  private Config read(Symbol symbol, int depth) {
    String folder = EsKeys.folder(symbol.path());
    String own = EsManifests.attribute(symbol.entry(), "baseUrl");
    String paths = EsManifests.attribute(symbol.entry(), "paths");
    String baseUrl = own.isEmpty() ? null : EsKeys.join(folder, own);
    String pathsFolder = baseUrl == null ? folder : baseUrl;
    if (depth >= MAX_CONFIGS) {
      return new Config(baseUrl, pathsFolder, paths);
    }
    for (String base : lines(EsManifests.attribute(symbol.entry(), "extends"))) {
      if (!base.startsWith(".")) {
        continue;
      }
      for (Symbol other : EsManifests.config(folder, base, view)) {
        Config inherited = read(other, depth + 1);
        if (baseUrl == null) {
          baseUrl = inherited.baseUrl();
        }
        if (paths.isEmpty() && !inherited.paths().isEmpty()) {
          paths = inherited.paths();
          pathsFolder = inherited.pathsFolder();
        }
      }
    }
    if (paths.isEmpty() && baseUrl == null) {
      for (String reference : lines(EsManifests.attribute(symbol.entry(), "references"))) {
        for (Symbol other : EsManifests.config(folder, reference, view)) {
          Config part = read(other, MAX_CONFIGS);
          if (!part.paths().isEmpty()) {
            return part;
          }
        }
      }
    }
    return new Config(baseUrl, pathsFolder, paths);
  }

  /** The nearest package's own import map. */
  private @Nullable EsValue packageImport(String folder, String specifier) {
    String at = folder;
    while (true) {
      List<Symbol> found = view.lookup(EsKeys.npmAt(at), "");
      if (!found.isEmpty()) {
        String imports = EsManifests.attribute(found.getFirst().entry(), "imports");
        return target(at, imports, specifier);
      }
      if (at.isEmpty()) {
        return null;
      }
      at = EsKeys.folder(at);
    }
  }

  /** The file that a map of exports or imports gives for a subpath. */
  private @Nullable EsValue target(String folder, String map, String subpath) {
    for (String line : lines(map)) {
      String[] parts = line.split("\t");
      String rest = match(parts[0], subpath);
      if (rest == null) {
        continue;
      }
      for (int i = 1; i < parts.length; i++) {
        EsValue module = source(folder, parts[i].replace("*", rest));
        if (module != null) {
          return module;
        }
      }
    }
    return null;
  }

  /** The source of a file of a package, which may be named as it is built. */
  private @Nullable EsValue source(String folder, String target) {
    String relative = target.startsWith("./") ? target.substring(2) : target;
    EsValue there = file(EsKeys.join(folder, relative));
    if (there != null) {
      return there;
    }
    for (String built : BUILT) {
      if (relative.startsWith(built)) {
        String rest = relative.substring(built.length());
        EsValue source = file(EsKeys.join(folder, "src/" + rest));
        return source != null ? source : file(EsKeys.join(folder, rest));
      }
    }
    return null;
  }

  /** The module that a package of the project offers under a subpath. */
  private @Nullable EsValue packageEntry(Symbol manifest, String subpath) {
    String folder = EsKeys.folder(manifest.path());
    String exports = EsManifests.attribute(manifest.entry(), "exports");
    if (!subpath.isEmpty()) {
      EsValue exported = target(folder, exports, "." + subpath);
      if (exported != null) {
        return exported;
      }
      return source(folder, subpath.substring(1));
    }
    List<String> entries = new ArrayList<>();
    String source = EsManifests.attribute(manifest.entry(), "source");
    if (!source.isEmpty()) {
      entries.add(source);
    }
    entries.add("src/index");
    for (String entry : entries) {
      EsValue module = file(EsKeys.join(folder, entry));
      if (module != null) {
        return module;
      }
    }
    EsValue exported = target(folder, exports, ".");
    if (exported != null) {
      return exported;
    }
    for (String key : List.of("module", "main", "types")) {
      String entry = EsManifests.attribute(manifest.entry(), key);
      EsValue module = entry.isEmpty() ? null : source(folder, entry);
      if (module != null) {
        return module;
      }
    }
    return file(EsKeys.join(folder, "index"));
  }
}
