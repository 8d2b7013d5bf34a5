package dev.codegraph.program;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;

/**
 * The command line of a child JVM: the same java and class path as this process, and a class data
 * archive that its first run leaves behind, because half of a start is loading classes.
 */
public final class JavaCommand {
  /** What every JVM of the product needs: {@code jvm.flags} of the root pom. */
  private static final List<String> FLAGS =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  /**
   * Below this many processors the second compiler takes more from the stages than it gives: on two
   * of them it used a third of all CPU time of an index of a million lines (ADR 1).
   */
  private static final int PROCESSORS_FOR_TWO_COMPILERS = 4;

  private JavaCommand() {}

  /** The options of the JVM of a server that is to compile its code on this machine. */
  public static List<String> compilers() {
    return Runtime.getRuntime().availableProcessors() < PROCESSORS_FOR_TWO_COMPILERS
        ? List.of("-XX:TieredStopAtLevel=1")
        : List.of();
  }

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
    // Natives are copied out of jars into this folder, and stay there when a process is killed.
    command.add("-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"));
    command.addAll(options);
    if (canBeArchived(classPath)) {
      command.add("-XX:+AutoCreateSharedArchive");
      command.add("-XX:SharedArchiveFile=" + archive);
      // An archive that cannot be used is not worth a warning.
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
   * The class data archive of a main class of this build: a folder beside the jar, which a new
   * build replaces, so that a new data folder finds it there. A JVM neither uses nor replaces an
   * archive of other jars; so the folder is named after the jars, and folders of other builds are
   * removed.
   *
   * @param name What the archive is for.
   * @param otherwise Folder to use when the one beside the jar cannot be written.
   */
  public static Path archive(String name, Path otherwise) {
    Path jar = Path.of(System.getProperty("java.class.path").split(File.pathSeparator)[0]);
    Path beside = jar.toAbsolutePath().resolveSibling("archives");
    try {
      Path folder = Files.isRegularFile(jar) ? beside : otherwise;
      String build = build(jar);
      try {
        return Files.createDirectories(folder.resolve(build)).resolve(name + ".jsa");
      } catch (IOException notWritable) {
        return Files.createDirectories(otherwise.resolve(build)).resolve(name + ".jsa");
      } finally {
        removeOthers(folder, build);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("no place for the class data archive", e);
    }
  }

  /** A name that changes with the JVM and with every jar. */
  private static String build(Path jar) throws IOException {
    List<Path> jars = new ArrayList<>(List.of(jar));
    Path libraries = jar.toAbsolutePath().resolveSibling("lib");
    if (Files.isDirectory(libraries)) {
      try (Stream<Path> files = Files.list(libraries)) {
        files.sorted().forEach(jars::add);
      }
    }
    CRC32 sum = new CRC32();
    sum.update(System.getProperty("java.vm.version").getBytes(StandardCharsets.UTF_8));
    for (Path file : jars) {
      if (Files.exists(file)) {
        String stamp = file + ":" + Files.size(file) + ":" + Files.getLastModifiedTime(file);
        sum.update(stamp.getBytes(StandardCharsets.UTF_8));
      }
    }
    return "build-%08x".formatted(sum.getValue());
  }

  private static void removeOthers(Path folder, String build) throws IOException {
    if (!Files.isWritable(folder)) {
      return;
    }
    List<Path> others;
    try (Stream<Path> builds = Files.list(folder)) {
      others =
          builds
              .filter(other -> other.getFileName().toString().startsWith("build-"))
              .filter(other -> !other.getFileName().toString().equals(build))
              .toList();
    }
    for (Path other : others) {
      try (Stream<Path> files = Files.list(other)) {
        for (Path file : files.toList()) {
          Files.deleteIfExists(file);
        }
      }
      Files.deleteIfExists(other);
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
