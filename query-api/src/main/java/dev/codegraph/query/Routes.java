package dev.codegraph.query;

import io.helidon.webserver.http.HttpRules;
import java.util.List;
import java.util.function.Consumer;

/** The list of what can be asked: each entry adds the routes of one subject. */
record Routes(List<Consumer<HttpRules>> subjects) {
  /** Adds all of them. */
  void routing(HttpRules rules) {
    subjects.forEach(subject -> subject.accept(rules));
  }
}
