package dev.codegraph.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole program as a user starts it: processes, broker, a repository in, answers out, a kill in
 * between.
 */
final class ProgramTest {
  @TempDir Path folder;

  @AfterEach
  void endWhatAFailureLeftBehind() {
    ServiceFile.read(data())
        .flatMap(ServiceFile::process)
        .ifPresent(ProcessHandle::destroyForcibly);
  }

  @Test
  void answersFromUpToDownAndOverAKill() throws Exception {
    Path repository = folder.resolve("shop");
    TestFiles.repository(repository, "README.md", "A shop.");
    String first =
        TestFiles.commit(
            repository,
            "Cart.java",
            """
            class Cart {
              int total() {
                return price(2);
              }

              int price(int count) {
                return count * 3;
              }
            }
            """);

    Ran up = run("up", "--port", "0", "--index", repository.toString());
    assertEquals(0, up.status(), up.err());
    assertTrue(up.err().contains("publish  done"), up.err());
    assertTrue(up.out().startsWith("http://127.0.0.1:"), up.out());
    assertTrue(up.out().contains("callers"), up.out());
    hangUp();
    Ran callers = run("callers", "price");
    assertTrue(callers.out().contains("method     total  Cart.java:3"), callers + "");
    String before = digest();

    TestFiles.commit(
        repository,
        "Shop.java",
        "class Shop {\n  int sell(Cart cart) {\n    return cart.price(1);\n  }\n}\n");
    Ran index = run("index", repository.toString(), "--wait");
    assertEquals(0, index.status(), index.err());
    assertTrue(run("callers", "price").out().contains("method     sell  Shop.java:3"));
    String after = digest();
    assertNotEquals(before, after);
    assertEquals(before, digest("--at", first));

    ServiceFile service = ServiceFile.read(data()).orElseThrow();
    ProcessHandle killed = service.process().orElseThrow();
    List<ProcessHandle> children = killed.children().toList();
    assertEquals(2, children.size());
    assertTrue(killed.destroyForcibly());
    killed.onExit().get(60, TimeUnit.SECONDS);
    Ran again = run("up", "--port", "0");
    assertEquals(0, again.status(), again.err());
    assertEquals(after, digest());
    for (ProcessHandle child : children) {
      child.onExit().get(60, TimeUnit.SECONDS);
    }
    assertTrue(run("up").err().contains("A service runs already"));

    Ran down = run("down");
    assertEquals(0, down.status(), down.err());
    assertEquals(ExitCode.UNREACHABLE.status(), run("status").status());
  }

  private Path data() {
    return folder.resolve("data");
  }

  private Ran run(String command, String... args) {
    List<String> all = new ArrayList<>(List.of(command, "--data-dir", data().toString()));
    all.addAll(List.of(args));
    return Ran.program("codegraph", all.toArray(String[]::new));
  }

  /** The end of a terminal does not end the service, it reads its configuration again. */
  private void hangUp() throws Exception {
    ProcessHandle service = ServiceFile.read(data()).flatMap(ServiceFile::process).orElseThrow();
    assertEquals(
        0, new ProcessBuilder("kill", "-HUP", Long.toString(service.pid())).start().waitFor());
    Path log = data().resolve("logs").resolve("service.log");
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
    while (!Files.readString(log).contains("configuration reloaded")) {
      assertTrue(service.isAlive() && System.nanoTime() < until, "not reloaded");
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
    Path name = Path.of("/proc", Long.toString(service.pid()), "comm");
    if (Files.exists(name)) {
      assertEquals("codegraph-api", Files.readString(name).strip());
    }
  }

  private String digest(String... args) {
    Ran ran = run("digest", args);
    assertEquals(0, ran.status(), ran.err());
    return ran.out().strip();
  }
}
