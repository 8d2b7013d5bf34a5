package dev.codegraph.graph.link.ecmascript;

import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.ExportFact;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.Parameter;
import dev.codegraph.schemas.ReferenceFact;
import dev.codegraph.schemas.Role;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The routes that a file of Next.js has by its place. They are a pure function of path and facts,
 * so that the same file at the same path has the same routes whatever else the project holds. The
 * names {@code route} and {@code page} below {@code app} speak for themselves; a folder {@code
 * pages} has many meanings, so a file in it must show by what it imports or exports whose it is.
 */
final class NextRoutes {
  private static final Set<String> METHODS =
      Set.of("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS");

  /** Endings of files that may be a route; declarations are none. */
  private static final Set<String> ENDINGS =
      Set.of("ts", "tsx", "js", "jsx", "mjs", "cjs", "mts", "cts");

  /** Folders whose content are projects, so that one named app below them is a project too. */
  private static final Set<String> PROJECTS = Set.of("apps", "packages", "projects", "services");

  /** Folders of source code, in which one named pages is a folder like others. */
  private static final Set<String> SOURCES =
      Set.of("src", "app", "components", "containers", "features", "lib", "modules", "views");

  /** Parts of a name before its ending that say that a file is no page. */
  private static final Set<String> BESIDES =
      Set.of("test", "spec", "stories", "story", "config", "module", "styles", "d");

  /** Names that only a page exports. */
  private static final Set<String> LOADERS =
      Set.of("getServerSideProps", "getStaticProps", "getStaticPaths");

  private static final Set<String> ERRORS = Set.of("404", "500");
  private static final Set<String> REQUEST = Set.of("req", "_req", "request", "_request", "_");
  private static final Set<String> RESPONSE = Set.of("res", "_res", "response", "_response");

  private final FileFacts facts;
  private final List<EntityFact> entities;
  private final List<ReferenceFact> references;

  private NextRoutes(FileFacts facts) {
    this.facts = facts;
    this.entities = new ArrayList<>(facts.entities());
    this.references = new ArrayList<>(facts.references());
  }

  /** The facts of a file with its routes behind all else; the facts themselves when it has none. */
  static FileFacts placed(String path, FileFacts facts) {
    if (facts.exports().isEmpty()) {
      return facts;
    }
    String ending = EsKeys.ending(path);
    if (!ENDINGS.contains(ending)) {
      return facts;
    }
    List<String> parts = List.of(EsKeys.stemOf(path).split("/"));
    List<String> folders = parts.subList(0, parts.size() - 1);
    NextRoutes routes = new NextRoutes(facts);
    switch (parts.getLast()) {
      case "route" -> routes.handlers(url(folders, app(folders)));
      case "page" -> {
        if (app(folders) >= 0) {
          routes.whole("GET", url(folders, app(folders)));
        } else {
          routes.page(parts);
        }
      }
      default -> routes.page(parts);
    }
    return routes.entities.size() == facts.entities().size() ? facts : routes.facts();
  }

  /** Where what is below the folder of the App Router begins; -1 when there is none. */
  private static int app(List<String> folders) {
    int first = -1;
    for (int i = 0; i < folders.size(); i++) {
      if (folders.get(i).equals("app")) {
        String before = i == 0 ? "" : folders.get(i - 1);
        if (before.equals("src")) {
          return i + 1;
        }
        if (first < 0 && !PROJECTS.contains(before)) {
          first = i + 1;
        }
      }
    }
    return first;
  }

  /** Where what is below the folder of the Pages Router begins; -1 when there is none. */
  private static int pages(List<String> folders) {
    boolean inSource = false;
    for (int i = 0; i < folders.size(); i++) {
      if (folders.get(i).equals("pages") && (!inSource || folders.get(i - 1).equals("src"))) {
        return i + 1;
      }
      inSource |= SOURCES.contains(folders.get(i));
    }
    return -1;
  }

  /** The path that folders of the App Router make; null when they make none. */
  private static @Nullable String url(List<String> folders, int begin) {
    if (begin < 0) {
      return null;
    }
    StringBuilder url = new StringBuilder();
    for (String folder : folders.subList(begin, folders.size())) {
      if (folder.startsWith("_") || folder.startsWith("(.")) {
        return null;
      }
      boolean isGroup = folder.startsWith("(") && folder.endsWith(")");
      if (!isGroup && !folder.startsWith("@")) {
        url.append('/').append(segment(folder));
      }
    }
    return url.isEmpty() ? "/" : url.toString();
  }

  /** A part of a path, its parameters in braces. */
  private static String segment(String name) {
    String inner = name;
    while (inner.startsWith("[") && inner.endsWith("]")) {
      inner = inner.substring(1, inner.length() - 1);
    }
    if (inner.length() == name.length()) {
      return name.startsWith("%5F") ? "_" + name.substring("%5F".length()) : name;
    }
    return inner.startsWith("...") ? "{" + inner.substring(3) + "...}" : "{" + inner + "}";
  }

  private void handlers(@Nullable String url) {
    if (url != null) {
      for (ExportFact export : facts.exports()) {
        if (METHODS.contains(export.name())) {
          add(export.name(), url, export);
        }
      }
    }
  }

  /** A route whose handler is what the file exports as a whole. */
  private void whole(String method, @Nullable String url) {
    if (url != null) {
      for (ExportFact export : facts.exports()) {
        if (isWhole(export)) {
          add(method, url, export);
          return;
        }
      }
    }
  }

  private static boolean isWhole(ExportFact export) {
    return export.name().equals("default") || export.name().equals("export=");
  }

  /** A file of the Pages Router. */
  private void page(List<String> parts) {
    int begin = pages(parts.subList(0, parts.size() - 1));
    if (begin < 0) {
      return;
    }
    List<String> below = parts.subList(begin, parts.size());
    String name = below.getLast();
    if (name.startsWith("_")
        || name.equals("middleware")
        || BESIDES.contains(name.substring(name.lastIndexOf('.') + 1))
        || below.contains("__tests__")
        || below.size() == 1 && ERRORS.contains(name)) {
      return;
    }
    StringBuilder url = new StringBuilder();
    for (int i = 0; i < below.size(); i++) {
      if (i < below.size() - 1 || !name.equals("index")) {
        url.append('/').append(segment(below.get(i)));
      }
    }
    boolean isApi = below.getFirst().equals("api");
    if (isApi ? isOfNext() || answers() : isOfNext()) {
      whole(isApi ? "ANY" : "GET", url.isEmpty() ? "/" : url.toString());
    }
  }

  /** Whether what the file imports or exports is that of the framework. */
  private boolean isOfNext() {
    for (ImportFact one : facts.imports()) {
      String module = one.module();
      if (module.equals("next") || module.startsWith("next/") || module.startsWith("next-")) {
        return true;
      }
    }
    return facts.exports().stream().anyMatch(export -> LOADERS.contains(export.name()));
  }

  /** Whether the file exports as a whole a function of a request and a response. */
  private boolean answers() {
    for (ExportFact export : facts.exports()) {
      if (isWhole(export) && export.entity() >= 0) {
        List<Parameter> parameters = facts.entities().get(export.entity()).parameters();
        return parameters.size() == 2
            && REQUEST.contains(parameters.get(0).name())
            && RESPONSE.contains(parameters.get(1).name());
      }
    }
    return false;
  }

  private void add(String method, String url, ExportFact export) {
    if (export.entity() >= 0) {
      EntityFact handler = facts.entities().get(export.entity());
      int length = handler.name().getBytes(StandardCharsets.UTF_8).length;
      add(
          method + " " + url,
          handler.nameStart(),
          handler.nameLine(),
          handler.nameColumn(),
          Math.clamp(handler.end() - handler.nameStart(), 0, length));
      refer(handler.name(), handler.nameStart(), handler.nameLine(), handler.nameColumn());
      return;
    }
    ReferenceFact place = importOf(export);
    if (place != null) {
      int length = place.name().getBytes(StandardCharsets.UTF_8).length;
      add(method + " " + url, place.start(), place.line(), place.column(), length);
      if (export.module().isEmpty()) {
        refer(export.local(), place.start(), place.line(), place.column());
      }
    }
  }

  /** Where the file imports what it exports; null when it does not. */
  private @Nullable ReferenceFact importOf(ExportFact export) {
    for (ReferenceFact reference : facts.references()) {
      if (reference.importIndex() >= 0) {
        ImportFact one = facts.imports().get(reference.importIndex());
        String local = one.alias().isEmpty() ? one.name() : one.alias();
        boolean isIt =
            one.reexport()
                ? one.module().equals(export.module()) && local.equals(export.name())
                : export.module().isEmpty() && local.equals(export.local());
        if (isIt) {
          return reference;
        }
      }
    }
    return null;
  }

  private void add(String name, int start, int line, int column, int length) {
    entities.add(
        new EntityFact(
            EntityKind.ROUTE,
            name,
            0,
            name,
            "",
            0,
            0,
            "",
            -1,
            List.of(),
            List.of(),
            List.of(),
            start,
            line,
            column,
            start,
            start + length,
            line,
            line,
            column + length,
            0,
            0));
  }

  /** The last route leads to what has a name. */
  private void refer(String name, int start, int line, int column) {
    references.add(
        new ReferenceFact(
            Role.FUNCTION_VALUE, name, entities.size() - 1, start, line, column, -1, -1, -1));
  }

  private FileFacts facts() {
    references.sort(Comparator.comparingInt(ReferenceFact::start));
    return new FileFacts(
        facts.packageName(),
        facts.lines(),
        facts.bytes(),
        facts.errorBytes(),
        List.copyOf(entities),
        List.copyOf(references),
        facts.expressions(),
        facts.bindings(),
        facts.imports(),
        facts.exports(),
        facts.attributes());
  }
}
