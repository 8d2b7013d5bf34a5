package dev.codegraph.parser.manifest;

import dev.codegraph.parser.EntityDraft;
import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.TextIndexer;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the facts of Kubernetes manifests: a RESOURCE for each object, whose declared type is its
 * kind, with the images and ports of its containers in it, and with its ports if it is a Service.
 */
public final class KubernetesIndexer implements TextIndexer {
  /** How deep the template of a pod can stand: a job in a cron job. */
  private static final int MOST_TEMPLATES = 3;

  @Override
  public Set<Language> languages() {
    return Set.of(Language.KUBERNETES);
  }

  @Override
  public FileFacts index(byte[] utf8) {
    FactsBuilder facts = new FactsBuilder(utf8);
    Yaml.Read read = Yaml.read(new ManifestText(utf8));
    facts.errorBytes(read.errorBytes());
    for (Yaml document : read.documents()) {
      Yaml items = document.get("items");
      if (document.string("kind").equals("List") && items != null) {
        items.elements().forEach(item -> resource(facts, item));
      } else {
        resource(facts, document);
      }
    }
    return facts.build();
  }

  private static void resource(FactsBuilder facts, Yaml object) {
    String kind = object.string("kind");
    Yaml name = object.at("metadata", "name");
    if (kind.isEmpty() || object.string("apiVersion").isEmpty() || name == null) {
      return;
    }
    if (name.text().isEmpty()) {
      return;
    }
    EntityDraft resource =
        facts
            .entity(
                EntityKind.RESOURCE,
                name.text(),
                name.start(),
                object.start(),
                Math.max(name.endByte(), object.endByte()),
                0)
            .declaredType(kind)
            .signature(object.string("apiVersion") + " " + kind + " " + name.text());
    Yaml spec = object.get("spec");
    if (spec == null) {
      return;
    }
    int owner = resource.index();
    ports(facts, spec.get("ports"), "port", owner);
    Yaml pod = spec;
    for (int i = 0; i <= MOST_TEMPLATES && pod != null; i++) {
      containers(facts, pod.get("initContainers"), owner);
      containers(facts, pod.get("containers"), owner);
      Yaml job = pod.at("jobTemplate", "spec");
      pod = job == null ? pod.at("template", "spec") : job;
    }
  }

  private static void containers(FactsBuilder facts, @Nullable Yaml containers, int owner) {
    if (containers == null) {
      return;
    }
    for (Yaml container : containers.elements()) {
      Yaml image = container.get("image");
      if (image != null) {
        ManifestFacts.image(facts, image.text(), image.start(), owner);
      }
      ports(facts, container.get("ports"), "containerPort", owner);
    }
  }

  private static void ports(FactsBuilder facts, @Nullable Yaml ports, String key, int owner) {
    if (ports == null) {
      return;
    }
    for (Yaml port : ports.elements()) {
      Yaml number = port.get(key);
      if (number != null && !number.text().isEmpty()) {
        String protocol = port.string("protocol");
        String name = port.string("name");
        String target = port.string("targetPort");
        ManifestFacts.port(
                facts,
                number.text() + (protocol.isEmpty() ? "" : "/" + protocol.toLowerCase(Locale.ROOT)),
                number.start(),
                owner)
            .signature(
                (name + " " + number.text() + (target.isEmpty() ? "" : " to " + target)).strip());
      }
    }
  }
}
