package dev.codegraph.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codegraph.schemas.Language;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptLanguageTest {
  @ParameterizedTest
  @CsvSource({
    "#!/usr/bin/python, PYTHON",
    "#!/usr/bin/env python3, PYTHON",
    "#! /usr/local/bin/python3.11 -u, PYTHON",
    "#!/usr/bin/env -S python3 -u, PYTHON",
    "#!/usr/bin/env -S LANG=C node --trace, JAVASCRIPT",
    "#!/usr/bin/env nodejs, JAVASCRIPT",
    "#!/usr/bin/env -S deno run, TYPESCRIPT",
    "#!/usr/bin/env ts-node, TYPESCRIPT",
    "#!/usr/bin/php8.2, PHP",
    "#!/usr/bin/env swift, SWIFT",
    "#!/usr/bin/env kotlin, KOTLIN",
    "#!/usr/bin/env rust-script, RUST",
    "#!/opt/jdk/bin/java --source 25, JAVA",
    "#!/usr/bin/env pypy3, PYTHON",
    "# -*- python -*-, PYTHON",
    "# -*- mode: Python; tab-width: 4 -*-, PYTHON",
    "// -*- C++ -*-, CPP",
    "/* -*- mode: c++; c-basic-offset: 2 -*- */, CPP",
    "# vim: set ft=python :, PYTHON",
    "# vim:filetype=python, PYTHON",
    "// vi: sw=2 ft=javascript, JAVASCRIPT",
    "/* ex: set syntax=c: */, C",
  })
  void readsTheFirstLine(String line, Language language) {
    assertEquals(Optional.of(language), of(line + "\nmore\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#!",
        "#!/bin/sh",
        "#!/usr/bin/env bash",
        "#!/usr/bin/env",
        "#!/usr/bin/make -f",
        "# -*- coding: utf-8 -*-",
        "# vim: set ts=4:",
        "see vim: it has filetypes",
        "python",
        " #!/usr/bin/python",
        "#!/usr/bin/env go_mod",
        "#!/usr/bin/python\0",
      })
  void saysNothingOfOtherFiles(String text) {
    assertEquals(Optional.empty(), of(text));
  }

  @Test
  void looksAtTheLastLinesForVimAndAtNoneBetween() {
    String filler = "x = 1\n".repeat(2000);
    assertEquals(Optional.of(Language.PYTHON), of(filler + "# vim: ft=python\n"));
    assertEquals(Optional.empty(), of(filler + "# vim: ft=python\n" + filler));
    assertEquals(Optional.of(Language.PYTHON), of("#!/bin/sh\n# -*- python -*-\n"));
  }

  private static Optional<Language> of(String text) {
    return ScriptLanguage.of(text.getBytes(StandardCharsets.UTF_8));
  }
}
