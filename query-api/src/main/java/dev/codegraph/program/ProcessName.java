package dev.codegraph.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The name by which {@code pgrep} and {@code top} know this process: every JVM is called java. */
public final class ProcessName {
  private static final Logger LOG = LoggerFactory.getLogger(ProcessName.class);

  /** Linux keeps no more. */
  private static final int LONGEST = 15;

  private ProcessName() {}

  /** Sets the name, where the system has a place for it. */
  public static void set(String name) {
    Path comm = Path.of("/proc/self/comm");
    if (Files.isWritable(comm)) {
      try {
        Files.writeString(comm, name.substring(0, Math.min(LONGEST, name.length())));
      } catch (IOException e) {
        LOG.debug("the process keeps its name", e);
      }
    }
  }
}
