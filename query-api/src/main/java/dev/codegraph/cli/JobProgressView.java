package dev.codegraph.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.codegraph.program.ExitCode;
import dev.codegraph.schemas.JobStage;
import java.io.Console;
import java.io.PrintWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Shows a job until it ends: a bar per stage on a terminal, elsewhere a line when a stage begins,
 * at each tenth, and when it ends.
 */
final class JobProgressView {
  private static final long POLL_MILLIS = 150;
  private static final int BAR = 30;
  private static final List<String> STAGES =
      Stream.of(JobStage.values()).map(stage -> stage.name().toLowerCase(Locale.ROOT)).toList();

  private final PrintWriter out;
  private final boolean isTerminal;
  private final Map<String, String> printed = new HashMap<>();
  private int drawn;

  JobProgressView(PrintWriter out) {
    this(out, isTerminal());
  }

  JobProgressView(PrintWriter out, boolean isTerminal) {
    this.out = out;
    this.isTerminal = isTerminal;
  }

  private static boolean isTerminal() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /**
   * Waits for a job.
   *
   * @return the job as it ended
   * @throws CommandFailure when it failed, with its code
   */
  JsonNode await(ApiClient api, String jobId) throws InterruptedException {
    while (true) {
      JsonNode job = api.get("/api/v1/jobs/" + ApiClient.segment(jobId), Map.of()).data();
      show(job);
      switch (job.path("status").asText()) {
        case "completed" -> {
          return job;
        }
        case "failed" -> {
          JsonNode error = job.path("error");
          throw new CommandFailure(
              ExitCode.FAILED,
              "The job failed: %s %s"
                  .formatted(error.path("code").asText(""), error.path("detail").asText(""))
                  .strip());
        }
        default -> Thread.sleep(POLL_MILLIS);
      }
    }
  }

  private void show(JsonNode job) {
    if (isTerminal) {
      StringBuilder text = new StringBuilder();
      if (drawn > 0) {
        text.append("\u001b[").append(drawn).append('A');
      }
      drawn = 0;
      for (String stage : STAGES) {
        text.append("\u001b[2K")
            .append(bar(stage, find(job, stage)))
            .append(System.lineSeparator());
        drawn++;
      }
      out.print(text);
      out.flush();
      return;
    }
    for (String name : STAGES) {
      JsonNode stage = find(job, name);
      String state = stage.path("state").asText("accepted");
      long total = stage.path("total").asLong();
      String step = state + (total > 0 ? stage.path("done").asLong() * 10 / total : 0);
      if (!state.equals("accepted") && !step.equals(printed.put(name, step))) {
        out.println("%-8s %-8s %s".formatted(name, state, count(stage)).stripTrailing());
        out.flush();
      }
    }
  }

  /** What a job says of a stage; nothing yet when that has not begun. */
  private static JsonNode find(JsonNode job, String name) {
    for (JsonNode stage : job.path("stages")) {
      if (stage.path("stage").asText().equalsIgnoreCase(name)) {
        return stage;
      }
    }
    return MissingNode.getInstance();
  }

  private static String bar(String name, JsonNode stage) {
    long total = stage.path("total").asLong();
    long done = stage.path("done").asLong();
    boolean isDone = stage.path("state").asText().equals("done");
    int full = isDone ? BAR : total == 0 ? 0 : (int) Math.min(BAR, done * BAR / total);
    return "%-8s [%s%s] %s".formatted(name, "#".repeat(full), ".".repeat(BAR - full), count(stage));
  }

  private static String count(JsonNode stage) {
    long total = stage.path("total").asLong();
    long done = stage.path("done").asLong();
    if (total == 0) {
      return done == 0 ? "" : String.format(Locale.ROOT, "%,d", done);
    }
    return String.format(Locale.ROOT, "%,d of %,d", done, total);
  }
}
