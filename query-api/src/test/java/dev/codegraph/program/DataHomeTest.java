package dev.codegraph.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataHomeTest {
  @TempDir Path folder;

  @Test
  void keepsItsNameAndLetsOneProgramIn() {
    Path data = folder.resolve("data");
    String name;
    try (DataHome home = DataHome.open(data)) {
      name = home.instanceId();
      CodeGraphException locked = assertThrows(CodeGraphException.class, () -> DataHome.open(data));
      assertEquals(ErrorCode.CG001, locked.code());
      assertTrue(
          locked.getMessage().contains("process " + ProcessHandle.current().pid()),
          locked.getMessage());
      assertEquals(name, DataHome.instanceIdOf(data));
    }
    try (DataHome again = DataHome.open(data)) {
      assertEquals(name, again.instanceId());
    }
  }

  @Test
  void refusesAnotherFormat() throws IOException {
    Files.writeString(folder.resolve("format.json"), "{\"format\": 99, \"instance_id\": \"x\"}");
    CodeGraphException refused =
        assertThrows(CodeGraphException.class, () -> DataHome.open(folder));
    assertEquals(ErrorCode.CG001, refused.code());
    assertTrue(refused.getMessage().contains("format 99"), refused.getMessage());
  }

  @Test
  void saysThatAFolderCannotBeUsed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    CodeGraphException refused =
        assertThrows(CodeGraphException.class, () -> DataHome.open(file.resolve("data")));
    assertEquals(ErrorCode.CG001, refused.code());
    assertTrue(refused.getMessage().contains("file"), refused.getMessage());
  }

  @Test
  void aServiceFileOfADeadProcessNamesNoService() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    long started = process.info().startInstant().orElseThrow().toEpochMilli();
    process.waitFor();
    new ServiceFile("http://127.0.0.1:1", process.pid(), started, "0").write(folder);
    assertTrue(ServiceFile.read(folder).isEmpty());
    ServiceFile self = ServiceFile.ofThisProcess("http://127.0.0.1:2");
    self.write(folder);
    assertEquals(self, ServiceFile.read(folder).orElseThrow());
    ServiceFile.delete(folder);
    assertTrue(ServiceFile.read(folder).isEmpty());
  }
}
