package dev.codegraph.graph.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class EntityIdsTest {
  @Test
  void namesAreBehindTheLastDot() {
    assertEquals("list", EntityIds.nameOf("Items.list:method~2"));
    assertEquals("Items", EntityIds.nameOf("Items:class"));
  }

  @Test
  void namesOfManifestsMayHoldDotsAndColons() {
    assertEquals("org.example:stock", EntityIds.nameOf("org.example:stock:dependency"));
    assertEquals("my.web", EntityIds.nameOf("my.web:resource~2"));
    assertEquals("ghcr.io/a/b.c", EntityIds.nameOf("web.ghcr.io/a/b.c:image"));
    assertEquals("8080/tcp", EntityIds.nameOf("web.8080/tcp:port~3"));
  }

  @Test
  void pathsOfRoutesMayHoldDots() {
    assertEquals("GET /items.json", EntityIds.nameOf("Items.GET /items.json:route"));
    assertEquals("ANY /{file:.+}", EntityIds.nameOf("ANY /{file:.+}:route~2"));
  }
}
