package dev.codegraph.program;

import dev.codegraph.cli.CodegraphCommand;
import dev.codegraph.cli.CommandFailure;
import dev.codegraph.program.config.ConfigLoader;
import dev.codegraph.schemas.CodeGraphException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/** The main class of both names of the program. */
public final class Main {
  /** The name of the server. */
  static final String SERVER = "codegraph-api";

  private Main() {}

  /** Runs the program that the system property {@code codegraph.program} names, and exits. */
  public static void main(String[] args) {
    System.exit(run(args, System.out, System.err));
  }

  /**
   * Runs the program.
   *
   * @param args The command line.
   * @param out Where results go.
   * @param err Where everything else goes.
   * @return the exit status, see {@link ExitCode}
   */
  static int run(String[] args, PrintStream out, PrintStream err) {
    return run(System.getProperty("codegraph.program", "codegraph"), args, out, err);
  }

  static int run(String program, String[] args, PrintStream out, PrintStream err) {
    CommandLine commands = program.equals(SERVER) ? server() : commands();
    commands.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
    commands.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
    return commands.execute(args);
  }

  private static CommandLine server() {
    CommandLine serve = new CommandLine(new ServeCommand(ConfigLoader.ofProcess()));
    serve.setCommandName(SERVER);
    return prepared(serve);
  }

  private static CommandLine commands() {
    CommandLine root = new CommandLine(new CodegraphCommand());
    root.addSubcommand(new ServeCommand(ConfigLoader.ofProcess()));
    for (Object command : CodegraphCommand.subcommands()) {
      root.addSubcommand(command);
    }
    return prepared(root);
  }

  /** Adds what all commands have: help, version, and errors that end with an exit status. */
  private static CommandLine prepared(CommandLine commands) {
    commands.getSubcommands().values().forEach(Main::prepared);
    commands.getCommandSpec().mixinStandardHelpOptions(true);
    commands.getCommandSpec().version(Version.current());
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.setUsageHelpAutoWidth(true);
    commands.setExecutionExceptionHandler(Main::failed);
    List<String> footer =
        new ArrayList<>(List.of(commands.getCommandSpec().usageMessage().footer()));
    footer.add("");
    footer.add("Exit status:");
    for (ExitCode code : ExitCode.values()) {
      footer.add("  %d  %s".formatted(code.status(), code.meaning()));
    }
    commands.getCommandSpec().usageMessage().footer(footer.toArray(String[]::new));
    return commands;
  }

  private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    return switch (failure) {
      case CommandFailure expected -> {
        err.println(expected.getMessage());
        yield expected.exitCode().status();
      }
      case CodeGraphException coded -> {
        err.println(coded.code() + " " + coded.getMessage());
        yield ExitCode.of(coded.code()).status();
      }
      default -> {
        err.println("This is a mistake of the program, please report it:");
        failure.printStackTrace(err);
        yield ExitCode.FAILED.status();
      }
    };
  }
}
