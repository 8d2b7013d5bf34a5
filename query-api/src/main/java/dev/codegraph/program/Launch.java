package dev.codegraph.program;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a server was asked to start, so that a child can be started alike.
 *
 * @param configFile The file that was named; null for the default one.
 * @param settings Keys that the command line sets.
 * @param roles What this process does.
 * @param isSupervised Whether a parent started this process and watches it.
 */
record Launch(
    @Nullable Path configFile,
    Map<String, String> settings,
    Set<Role> roles,
    boolean isSupervised) {

  /**
   * The arguments of a child that has one role of this process.
   *
   * @param role The role.
   * @param more Keys that the child must be told, because this process decided them.
   */
  List<String> childArguments(Role role, Map<String, String> more) {
    List<String> arguments = new ArrayList<>(List.of("--roles", role.toString(), "--supervised"));
    if (configFile != null) {
      arguments.add("--config");
      arguments.add(configFile.toString());
    }
    Map<String, String> all = new TreeMap<>(settings);
    all.putAll(more);
    all.forEach(
        (key, value) -> {
          arguments.add("--set");
          arguments.add(key + "=" + value);
        });
    return arguments;
  }

  /** The roles as the command line writes them. */
  String roleNames() {
    return roles.stream().sorted().map(Role::toString).collect(Collectors.joining(","));
  }
}
