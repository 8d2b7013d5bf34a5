package dev.codegraph.parser;

import dev.codegraph.parser.syntax.ParseLimits;
import java.nio.file.Path;
import java.util.List;

/**
 * What the parsing stage is told.
 *
 * @param limits What one content may cost.
 * @param journalFolder Folder of the crash journal.
 * @param separateCommand Command line of {@link SeparateParserMain}, with the same limits.
 */
public record ParserConfig(ParseLimits limits, Path journalFolder, List<String> separateCommand) {}
