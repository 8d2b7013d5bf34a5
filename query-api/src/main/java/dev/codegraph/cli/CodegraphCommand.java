package dev.codegraph.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program {@code codegraph}: the list of what people can type. */
@Command(
    name = "codegraph",
    description = "The history of git repositories as a live graph of their code.",
    footer = {
      "",
      "Start with: codegraph up --index PATH",
      "Commands find the service by CODEGRAPH_URL, else by --data-dir, else in ~/.codegraph."
    })
public final class CodegraphCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  /** The commands below it, in the order in which one uses them. */
  public static List<Object> subcommands() {
    return List.of(
        new UpCommand(),
        new DownCommand(),
        new IndexCommand(),
        new StatusCommand(),
        new SearchCommand(),
        new EntityCommand(),
        new CallersCommand(),
        new CalleesCommand(),
        new DigestCommand(),
        new VerifyCommand(),
        new ExportCommand());
  }

  @Override
  public void run() {
    CommandSpec known = spec;
    if (known == null) {
      throw new IllegalStateException("not made by picocli");
    }
    throw new ParameterException(known.commandLine(), "Name a command.");
  }
}
