package dev.codegraph.parser;

import dev.codegraph.parser.syntax.ParseLimits;
import java.nio.file.Path;

/**
 * What the parsing stage is told.
 *
 * @param limits What one content may cost.
 * @param journalFolder Folder of the crash journal.
 * @param previousExit Exit status of the process before this one; -1 when unknown.
 */
public record ParserConfig(ParseLimits limits, Path journalFolder, int previousExit) {}
