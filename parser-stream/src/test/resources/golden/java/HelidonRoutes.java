package org.example.web;

import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;

class HelidonRoutes implements HttpService {
  // A method reference is what the route leads to.
  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/items", this::list)
        .post("/items", Items::add)
        // A lambda belongs to the method around it.
        .delete("/items/{id}", (req, res) -> res.send(remove(req)))
        // The method is a constant.
        .route(Method.PATCH, "/items/{id}", this::change)
        .any("/", this::list);
  }

  static HttpRouting.Builder builder() {
    return HttpRouting.builder().get("/health", new Health());
  }

  // Neither has a handler, or a path.
  void none(WebClient client, Map<String, String> map) {
    client.get("/items").request();
    map.put("name", "value");
  }

  private void list(ServerRequest request, ServerResponse response) {}

  private void change(ServerRequest request, ServerResponse response) {}
}
