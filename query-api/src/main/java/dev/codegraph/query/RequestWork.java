package dev.codegraph.query;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * The work of ordinary requests: as many at a time as there are workers, and each is answered 408
 * when its time is over, the time it waited for a worker included. A worker is never interrupted,
 * since an interrupted read closes the files of an index: what comes too late is dropped when it is
 * to be sent.
 */
final class RequestWork implements AutoCloseable {
  private static final ScopedValue<AtomicReference<State>> ANSWER = ScopedValue.newInstance();

  private final Duration timeout;
  private final Predicate<String> exempt;
  private final ExecutorService workers;

  /**
   * @param workers Requests that are worked on at a time; 0: as many as there are processors.
   * @param timeout When a request is answered 408.
   * @param exempt Paths of requests that are not ordinary: long answers, and what must always
   *     answer.
   */
  RequestWork(int workers, Duration timeout, Predicate<String> exempt) {
    this.timeout = timeout;
    this.exempt = exempt;
    int threads = workers == 0 ? Runtime.getRuntime().availableProcessors() : workers;
    this.workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("query-", 0).factory());
  }

  /** Who answers a request. */
  private enum State {
    OPEN,
    /** Its worker does. */
    ANSWERED,
    /** It was answered 408. */
    EXPIRED
  }

  /** The request was answered 408 before its work was done. */
  static final class TooLateException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The filter. */
  void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    if (exempt.test(request.path().path())) {
      chain.proceed();
      return;
    }
    AtomicReference<State> answer = new AtomicReference<>(State.OPEN);
    Future<?> work = workers.submit(() -> ScopedValue.where(ANSWER, answer).run(chain::proceed));
    try {
      await(work, answer, response);
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case RuntimeException failed -> throw failed;
        case Error failed -> throw failed;
        case null, default -> throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw ApiProblem.notReady("the server is stopping");
    }
  }

  private void await(Future<?> work, AtomicReference<State> answer, RoutingResponse response)
      throws ExecutionException, InterruptedException {
    try {
      work.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      if (answer.compareAndSet(State.OPEN, State.EXPIRED)) {
        boolean neverBegan = work.cancel(false);
        // A worker may still read what the client has not sent.
        response.header(HeaderNames.CONNECTION, "close");
        throw ApiProblem.tooSlow(
            "there was no answer within "
                + timeout.toMillis()
                + " ms"
                + (neverBegan ? "; the server is busy" : ""));
      }
      work.get();
    }
  }

  /** Takes the right to answer, when the request still waits for it. */
  static void answering() {
    if (ANSWER.isBound()
        && !ANSWER.get().compareAndSet(State.OPEN, State.ANSWERED)
        && isTooLate()) {
      throw new TooLateException();
    }
  }

  /** Whether the request that this thread works on was answered 408. */
  static boolean isTooLate() {
    return ANSWER.isBound() && ANSWER.get().get() == State.EXPIRED;
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }
}
