package dev.codegraph.program;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The command line of a child JVM: the same java and class path as this process, and a class data
 * archive that its first run leaves behind, because half of a start is loading classes.
 */
public final class JavaCommand {
  /** What every JVM of the product needs; the same as {@code jvm.flags} in the root pom. */
  static final List<String> FLAGS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "--add-modules=jdk.incubator.vector");

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
    }
    command.add("-cp");
    command.add(classPath);
    command.add(mainClass);
    command.addAll(arguments);
    return List.copyOf(command);
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
