package dev.codegraph.cli;

import dev.codegraph.program.ExitCode;
import dev.codegraph.program.ServiceFile;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code codegraph down}. */
@Command(name = "down", description = "Stops the service that 'up' started; its data stay.")
final class DownCommand implements Callable<Integer> {
  private static final long STOP_SECONDS = 90;

  @Mixin private ServiceOptions service = new ServiceOptions();

  @Override
  public Integer call() throws InterruptedException {
    Optional<ProcessHandle> running =
        ServiceFile.read(service.folder()).flatMap(ServiceFile::process);
    if (running.isEmpty()) {
      service.out().println("No service runs with the data folder " + service.folder() + ".");
      return 0;
    }
    ProcessHandle process = running.get();
    process.destroy();
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      throw new CommandFailure(
          ExitCode.TIMEOUT,
          "Process %d has not stopped in %d s; its log is in %s. 'kill -9 %d' loses nothing that was accepted."
              .formatted(
                  process.pid(), STOP_SECONDS, service.folder().resolve("logs"), process.pid()),
          e);
    } catch (ExecutionException e) {
      throw new CommandFailure(ExitCode.FAILED, "Process " + process.pid() + ": " + e, e);
    }
    service.out().println("Stopped.");
    return 0;
  }
}
