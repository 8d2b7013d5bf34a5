package dev.codegraph.program;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The command line of a child JVM: the same java and class path as this process, and a class data
 * archive that its first run leaves behind, because half of a start is loading classes.
 */
public final class JavaCommand {
  /** What every JVM of the product needs. */
  private static final List<String> FLAGS =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  /**
   * What a JVM that searches vectors needs in addition; with {@link #FLAGS} it is {@code jvm.flags}
   * of the root pom.
   */
  public static final String VECTORS = "--add-modules=jdk.incubator.vector";

  private JavaCommand() {}

  /**
   * The command.
   *
   * @param options Options of the JVM beyond {@link #FLAGS}.
   * @param archive Where the class data archive is or will be.
   * @param mainClass The class to run.
   * @param arguments Its arguments.
   */
  public static List<String> of(
      List<String> options, Path archive, String mainClass, List<String> arguments) {
    String classPath = System.getProperty("java.class.path");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(options);
    if (canBeArchived(classPath)) {
      command.add("-XX:+AutoCreateSharedArchive");
      command.add("-XX:SharedArchiveFile=" + archive);
      // An archive of another build is replaced at the end; until then it is not worth a warning.
      command.add("-Xlog:disable");
      command.add("-Xlog:all=error:stderr");
      command.add("-Xlog:cds*=off:stderr");
      command.add("-Xlog:aot*=off:stderr");
    }
    command.add("-cp");
    command.add(classPath);
    command.add(mainClass);
    command.addAll(arguments);
    return List.copyOf(command);
  }

  /**
   * Where archives of this build belong: beside its jar, which a new build replaces. Empty when
   * that folder cannot be written, or when this does not run from a jar.
   */
  public static Optional<Path> archiveFolder() {
    Path jar = Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0]);
    Path parent = jar.toAbsolutePath().getParent();
    if (!Files.isRegularFile(jar) || parent == null || !Files.isWritable(parent)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Files.createDirectories(parent.resolve("archives")));
    } catch (IOException unwritable) {
      return Optional.empty();
    }
  }

  /** The JVM archives classes of jars only, not of folders, which is what tests run from. */
  private static boolean canBeArchived(String classPath) {
    for (String entry : classPath.split(File.pathSeparator)) {
      if (!Files.isRegularFile(Path.of(entry))) {
        return false;
      }
    }
    return true;
  }
}
