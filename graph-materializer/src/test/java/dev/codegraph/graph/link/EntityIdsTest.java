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
  void pathsOfRoutesMayHoldDots() {
    assertEquals("GET /items.json", EntityIds.nameOf("Items.GET /items.json:route"));
    assertEquals("ANY /{file:.+}", EntityIds.nameOf("ANY /{file:.+}:route~2"));
  }
}
