package dev.codegraph.parser.manifest;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TextIndexer;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import dev.codegraph.schemas.Role;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the facts of compose files: a SERVICE for each service, with its image and ports in it. A
 * service that another one depends on is READ by it.
 */
public final class ComposeIndexer implements TextIndexer {
  @Override
  public Set<Language> languages() {
    return Set.of(Language.COMPOSE);
  }

  @Override
  public FileFacts index(byte[] utf8) {
    FactsBuilder facts = new FactsBuilder(utf8);
    Yaml.Read read = Yaml.read(new ManifestText(utf8));
    facts.errorBytes(read.errorBytes());
    for (Yaml document : read.documents()) {
      Yaml services = document.get("services");
      if (services != null) {
        for (Map.Entry<String, Yaml> one : services.fields().entrySet()) {
          int start = services.keyStarts().getOrDefault(one.getKey(), one.getValue().start());
          service(facts, one.getKey(), start, one.getValue());
        }
      }
    }
    return facts.build();
  }

  private static void service(FactsBuilder facts, String name, int start, Yaml service) {
    if (name.isEmpty()) {
      return;
    }
    int owner =
        facts
            .entity(EntityKind.SERVICE, name, start, start, Math.max(start, service.endByte()), 0)
            .signature(name)
            .index();
    Yaml image = service.get("image");
    if (image != null) {
      ManifestFacts.image(facts, image.text(), image.start(), owner);
    }
    for (String key : new String[] {"ports", "expose"}) {
      Yaml ports = service.get(key);
      if (ports != null) {
        ports.elements().forEach(port -> port(facts, port, owner));
      }
    }
    Yaml needed = service.get("depends_on");
    if (needed != null) {
      needed.elements().forEach(one -> depends(facts, one.text(), one.start(), owner));
      needed.keyStarts().forEach((key, place) -> depends(facts, key, place, owner));
    }
  }

  private static void depends(FactsBuilder facts, String name, int start, int owner) {
    if (!name.isEmpty()) {
      facts.referenceAt(Role.READ, name, start, owner, -1, -1);
    }
  }

  private static void port(FactsBuilder facts, Yaml port, int owner) {
    if (port.isScalar()) {
      if (!port.text().isEmpty()) {
        ManifestFacts.port(facts, port.text(), port.start(), owner);
      }
      return;
    }
    Yaml target = port.get("target");
    if (target != null && !target.text().isEmpty()) {
      String published = port.string("published");
      ManifestFacts.port(
              facts, target.text() + suffix("/", port.get("protocol")), target.start(), owner)
          .signature((published.isEmpty() ? "" : published + ":") + target.text());
    }
  }

  private static String suffix(String mark, @Nullable Yaml value) {
    return value == null || value.text().isEmpty() ? "" : mark + value.text();
  }
}
