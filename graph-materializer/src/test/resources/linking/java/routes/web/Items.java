package web;

import io.helidon.webserver.http.HttpRules;

class Items {
  private final Users users = new Users();

  void routing(HttpRules rules) {
    rules.get("/items.json", this::list).get("/users/{id}", users::one);
  }

  private void list() {}
}
