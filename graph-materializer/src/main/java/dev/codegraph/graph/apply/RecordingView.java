package dev.codegraph.graph.apply;

import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.graph.store.Lookups;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The project as one file's linking sees it, keeping every question with the hash of its answer.
 */
final class RecordingView implements ProjectView {
  private final ScopeCache scopes;
  private final Map<Long, ScopeAnswers.Answer> asked = new HashMap<>();

  RecordingView(ScopeCache scopes) {
    this.scopes = scopes;
  }

  @Override
  public List<Symbol> lookup(String scope, String name) {
    return ask(scope, name);
  }

  @Override
  public List<Symbol> members(String scope) {
    return ask(scope, Questions.ALL);
  }

  private List<Symbol> ask(String scope, String name) {
    long question = Questions.hash(scope, name);
    ScopeAnswers.Answer answer = asked.get(question);
    if (answer == null) {
      answer = scopes.of(scope).of(name);
      asked.put(question, answer);
    }
    return answer.symbols();
  }

  /** What was asked. */
  Lookups lookups() {
    long[] questions = new long[asked.size()];
    int i = 0;
    for (Long question : asked.keySet()) {
      questions[i++] = question;
    }
    Arrays.sort(questions);
    int[] answers = new int[questions.length];
    for (int q = 0; q < questions.length; q++) {
      answers[q] = java.util.Objects.requireNonNull(asked.get(questions[q])).hash();
    }
    return new Lookups(questions, answers);
  }
}
