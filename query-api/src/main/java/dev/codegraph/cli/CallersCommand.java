package dev.codegraph.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code codegraph callers}. */
@Command(name = "callers", description = "Lists what calls an entity.")
final class CallersCommand implements Callable<Integer> {
  @Mixin private ServiceOptions service = new ServiceOptions();
  @Mixin private ViewOptions view = new ViewOptions();

  @Option(names = "--depth", paramLabel = "N", description = "How many calls far, 1 by default.")
  private int depth = 1;

  @Option(names = "--limit", paramLabel = "N", description = "How many at most, 20 by default.")
  private int limit = 20;

  @Parameters(paramLabel = "NAME", description = "Id, qualified name, or a name that is unique.")
  private String name = "";

  @Override
  public Integer call() {
    return Neighbours.print(service, view, name, "callers", depth, limit);
  }
}
