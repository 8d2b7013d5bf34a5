package dev.codegraph.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.read.CallSite;
import dev.codegraph.graph.text.EntityHit;

/** Entities and edges as the API shows them: lines and columns count from 1. */
final class Entities {
  private Entities() {}

  static ObjectNode json(EntityHit hit) {
    ObjectNode node = Json.object();
    node.put("id", hit.id());
    node.put("kind", hit.kind().wire());
    node.put("name", hit.name());
    node.put("qualified_name", hit.qualifiedName());
    node.put("language", hit.language());
    node.put("path", hit.path());
    node.put("start_line", hit.startLine() + 1);
    node.put("end_line", hit.endLine() + 1);
    node.put("signature", hit.signature());
    return node;
  }

  /** An edge, told from the side of the entity at one of its ends. */
  static ObjectNode json(CallSite site, boolean showsSource) {
    ObjectNode node = Json.object();
    String id = showsSource ? site.from() : site.to();
    node.put("id", id);
    String path = showsSource ? site.path() : site.toPath();
    if (path == null) {
      node.put("name", id.substring(id.indexOf('#') + 1));
    } else {
      String localId = EntityIds.localIdOf(id, path);
      node.put("name", name(localId, path));
      node.put("kind", kind(localId));
      node.put("path", path);
    }
    node.put("edge", site.kind().wire());
    if (showsSource) {
      node.put("target", site.to());
    } else {
      node.put("source", site.from());
    }
    ObjectNode at = node.putObject("site");
    at.put("path", site.path());
    at.put("line", site.line() + 1);
    at.put("column", site.column() + 1);
    node.put("resolution", site.resolution().wire());
    node.put("confidence", site.rule().confidence());
    node.put("rule", site.rule().wire());
    node.put("depth", site.depth());
    return node;
  }

  private static String name(String localId, String path) {
    return localId.isEmpty()
        ? path.substring(path.lastIndexOf('/') + 1)
        : EntityIds.nameOf(localId);
  }

  private static String kind(String localId) {
    if (localId.isEmpty()) {
      return "file";
    }
    String kind = localId.substring(localId.lastIndexOf(':') + 1);
    int ordinal = kind.indexOf('~');
    return ordinal < 0 ? kind : kind.substring(0, ordinal);
  }
}
