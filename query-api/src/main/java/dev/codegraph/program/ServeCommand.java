package dev.codegraph.program;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.codegraph.program.config.CodeGraphConfig;
import dev.codegraph.program.config.ConfigLoader;
import dev.codegraph.program.config.DataFolder;
import dev.codegraph.program.config.LoadedConfig;
import dev.codegraph.program.config.Problem;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The server: {@code codegraph-api}, which is also {@code codegraph serve}. */
@Command(
    name = "serve",
    description = "Runs the server in the foreground.",
    sortOptions = false,
    footer = {
      "",
      "Every key of the configuration has a variable CODEGRAPH_<SECTION>_<KEY>;",
      "--dry-run lists all keys with the values in force and where these come from."
    })
final class ServeCommand implements Callable<Integer> {
  private static final String HERE = "";

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = {"-c", "--config"},
      paramLabel = "PATH",
      description = "Configuration file; without it /etc/codegraph/config.toml if there is one.")
  private @Nullable Path configFile;

  @Option(
      names = "--check-config",
      arity = "0..1",
      fallbackValue = HERE,
      paramLabel = "PATH",
      description = "Names every problem of the configuration and exits.")
  private @Nullable String checkConfig;

  @Option(
      names = "--dry-run",
      description = "Looks at what a start would meet, prints it and all keys as JSON, and exits.")
  private boolean isDryRun;

  @Option(
      names = "--roles",
      split = ",",
      paramLabel = "ROLE",
      description = "What this process does: ${COMPLETION-CANDIDATES}; without it everything.")
  private List<Role> roles = List.of(Role.values());

  @Option(
      names = "--data-dir",
      paramLabel = "PATH",
      description = "Folder of all data; the same as database.path with PATH/rocks.db.")
  private @Nullable Path dataFolder;

  @Option(names = "--port", paramLabel = "PORT", description = "TCP port; the same as server.port.")
  private @Nullable Integer port;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "Sets a key of the configuration, such as kafka.partitions=8.")
  private Map<String, String> settings = new TreeMap<>();

  @Option(names = "--supervised", hidden = true)
  private boolean isSupervised;

  @Option(names = "--detach", hidden = true)
  private boolean isDetached;

  private final ConfigLoader loader;

  ServeCommand(ConfigLoader loader) {
    this.loader = loader;
  }

  @Override
  public Integer call() throws Exception {
    PrintWriter out = commandLine().getOut();
    PrintWriter err = commandLine().getErr();
    String toCheck = checkConfig;
    if (toCheck != null) {
      Path file = toCheck.equals(HERE) ? configFile : Path.of(toCheck);
      return check(loader.load(file, flags()), out, err).status();
    }
    Launch launch = new Launch(configFile, flags(), EnumSet.copyOf(roles), isSupervised);
    LoadedConfig loaded = loader.load(configFile, launch.settings());
    if (isDryRun) {
      return rehearse(loaded, launch.roles(), out, err).status();
    }
    for (Problem problem : loaded.problems()) {
      err.println(problem);
    }
    CodeGraphConfig config = loaded.config();
    if (config == null) {
      err.println("failed to start: correct the configuration above; --check-config checks it");
      return ExitCode.CONFIGURATION.status();
    }
    return new Server(loader, launch, loaded, config).run(isDetached).status();
  }

  private picocli.CommandLine commandLine() {
    CommandSpec known = spec;
    if (known == null) {
      throw new IllegalStateException("not made by picocli");
    }
    return known.commandLine();
  }

  private Map<String, String> flags() {
    Map<String, String> flags = new TreeMap<>(settings);
    if (dataFolder != null) {
      flags.put("database.path", DataFolder.stores(dataFolder.toAbsolutePath()).toString());
    }
    if (port != null) {
      flags.put("server.port", port.toString());
    }
    if (roles.isEmpty()) {
      throw new ParameterException(
          commandLine(), "--roles needs at least one of " + Arrays.toString(Role.values()));
    }
    return flags;
  }

  private static ExitCode check(LoadedConfig loaded, PrintWriter out, PrintWriter err) {
    List<Problem> mistakes = new ArrayList<>(loaded.problems());
    mistakes.addAll(loaded.unknown());
    mistakes.forEach(err::println);
    loaded.warnings().forEach(warning -> err.println("warning: " + warning));
    if (!mistakes.isEmpty()) {
      return ExitCode.CONFIGURATION;
    }
    out.println(
        loaded.file() == null
            ? "no configuration file; the defaults are valid"
            : loaded.file() + " is valid");
    return ExitCode.OK;
  }

  private static ExitCode rehearse(
      LoadedConfig loaded, Set<Role> roles, PrintWriter out, PrintWriter err) throws Exception {
    ObjectMapper json = new ObjectMapper();
    ObjectNode report = json.createObjectNode();
    Path file = loaded.file();
    report.put("config_file", file == null ? null : file.toString());
    report.set("effective", json.valueToTree(loaded.effective()));
    loaded.problems().forEach(err::println);
    loaded.unknown().forEach(problem -> err.println("warning: " + problem));
    loaded.warnings().forEach(problem -> err.println("warning: " + problem));
    ExitCode result = ExitCode.OK;
    CodeGraphConfig config = loaded.config();
    if (config == null) {
      result = ExitCode.CONFIGURATION;
    } else {
      ArrayNode checks = report.putArray("checks");
      for (Rehearsal.Check check : Rehearsal.of(config, roles)) {
        checks
            .addObject()
            .put("name", check.name())
            .put("ok", check.isWell())
            .put("detail", check.detail());
        if (!check.isWell()) {
          err.println(check.name() + " " + check.detail());
          result = check.exit();
        }
      }
    }
    out.println(json.writerWithDefaultPrettyPrinter().writeValueAsString(report));
    return result;
  }
}
