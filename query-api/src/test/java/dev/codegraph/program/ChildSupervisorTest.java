package dev.codegraph.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.Stage.Health.Status;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ChildSupervisorTest {
  private static final int PATIENCE_SECONDS = 60;

  @TempDir Path folder;
  private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

  @Test
  void startsAKilledChildAgain() throws Exception {
    ProcessHandle last;
    try (ChildSupervisor supervisor = supervisor("ready")) {
      supervisor.start();
      assertEquals("started", nextLine());
      long first = supervisor.pid();
      ProcessHandle.of(first).orElseThrow().destroyForcibly();
      assertEquals("started", nextLine());
      assertNotEquals(first, supervisor.pid());
      assertEquals(1, supervisor.restarts());
      last = ProcessHandle.of(supervisor.pid()).orElseThrow();
    }
    last.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    assertFalse(last.isAlive());
  }

  @Test
  void closesAChildInOrder() throws Exception {
    try (ChildSupervisor supervisor = supervisor("ready")) {
      supervisor.start();
      assertEquals(Status.HEALTHY, supervisor.health().status());
      nextLine();
    }
    assertEquals("ended in order", nextLine());
  }

  @Test
  void goesOnWhenTheWholeGroupIsTerminated() throws Exception {
    try (ChildSupervisor supervisor = supervisor("ready")) {
      supervisor.start();
      nextLine();
      ProcessHandle child = ProcessHandle.of(supervisor.pid()).orElseThrow();
      assertTrue(child.destroy());
      // It would have ended in milliseconds.
      assertThrows(TimeoutException.class, () -> child.onExit().get(1, TimeUnit.SECONDS));
    }
    assertEquals("ended in order", nextLine());
  }

  @Test
  void saysThatAChildDoesNotStart() {
    try (ChildSupervisor supervisor = supervisor("dies")) {
      CodeGraphException failed = assertThrows(CodeGraphException.class, supervisor::start);
      assertEquals(ErrorCode.CG001, failed.code());
      assertTrue(failed.getMessage().contains("exit 7"), failed.getMessage());
    }
  }

  private String nextLine() throws InterruptedException {
    return String.valueOf(lines.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private ChildSupervisor supervisor(String behaviour) {
    return new ChildSupervisor(
        "child",
        JavaCommand.of(
            List.of("-Xmx32m", "-XX:TieredStopAtLevel=1"),
            folder.resolve("child.jsa"),
            Child.class.getName(),
            List.of(behaviour)),
        Duration.ofSeconds(PATIENCE_SECONDS),
        Duration.ofSeconds(PATIENCE_SECONDS),
        ErrorCode.CG001,
        lines::add);
  }
}
