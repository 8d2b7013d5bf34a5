#!/usr/bin/env python3
"""Measures parse and facts of languages over folders, with JMH, and prints a row for each.

  parsing.py [--megabytes N] [--rounds N] [--files N] [--skip WHAT] LANGUAGE FOLDER [LANGUAGE FOLDER ...]

LANGUAGE is a constant of dev.codegraph.schemas.Language in any case. Compile the tests of
parser-stream first: the benchmarks are compiled here from their source and its test classes, the
jars come from the local Maven repository. All figures are of warm code.

  bare     CPU seconds per MB of the bare parse through the library
  facts    CPU seconds per MB of all that makes facts, the parse included
  ratio    facts : bare, each content both ways in turn; the median of the rounds
  threads  how much more two threads do in the same wall time than one; wants two idle cores
  memory   MB that the process takes after half of --files files and after all; most at any time
"""

import argparse
import glob
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MODULE = os.path.join(ROOT, "parser-stream")
BENCHMARKS = os.path.join(MODULE, "target", "benchmarks")
SOURCE = os.path.join(MODULE, "src/test/java/dev/codegraph/parser/FactsBenchmark.java")
ARTIFACTS = [
    "io/github/bonede",
    "org/jspecify",
    "org/openjdk/jmh",
    "net/sf/jopt-simple",
    "org/apache/commons/commons-math3",
]
JVM = ["--enable-native-access=ALL-UNNAMED", "-Xmx1g", "-XX:+UseParallelGC"]


def classpath():
    folders = [BENCHMARKS]
    folders += [os.path.join(MODULE, "target", name) for name in ("test-classes", "classes")]
    folders.append(os.path.join(ROOT, "schemas", "target", "classes"))
    repository = os.path.expanduser("~/.m2/repository")
    jars = [
        jar
        for artifact in ARTIFACTS
        for jar in sorted(glob.glob(os.path.join(repository, artifact, "**", "*.jar"), recursive=True))
    ]
    return ":".join(folders + jars)


def compile_benchmarks(java):
    os.makedirs(BENCHMARKS, exist_ok=True)
    command = [os.path.join(os.path.dirname(java), "javac"), "-proc:full", "-nowarn"]
    subprocess.run(command + ["-cp", classpath(), "-d", BENCHMARKS, SOURCE], check=True)


def jmh(arguments, method, language, folder):
    """The result of one benchmark as JMH writes it."""
    with tempfile.NamedTemporaryFile(suffix=".json") as result:
        command = [
            arguments.java,
            *JVM,
            "-cp",
            classpath(),
            "org.openjdk.jmh.Main",
            f"FactsBenchmark.{method}$",
            *("-p", f"language={language}", "-p", f"folder={os.path.abspath(folder)}"),
            *("-p", f"megabytes={arguments.megabytes}"),
            # An iteration is one time through the contents, however short it is to be.
            *("-f", "1", "-w", "1ms", "-r", "1ms", "-si", "false"),
            *("-wi", str(arguments.rounds), "-i", str(arguments.rounds), "-t", "1"),
            *("-rf", "json", "-rff", result.name),
        ]
        run = subprocess.run(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
        )
        text = result.read()
    if run.returncode != 0 or not text or not json.loads(text):
        sys.exit(f"{language}: JMH failed\n{run.stdout}")
    return json.loads(text)[0]


def cost(arguments, language, folder):
    counters = jmh(arguments, "sideBySide", language, folder)["secondaryMetrics"]
    bare, facts, size, files = (
        counters[name]["rawData"][0] for name in ("bareNanos", "factsNanos", "bytes", "files")
    )
    if not size[0]:
        sys.exit(f"{language}: no files in {folder}")
    # A round may go through the contents more than once when they are few.
    passes = round(size[0] / min(size)) or 1
    return [
        f"{files[0] / passes:.0f}",
        f"{size[0] / passes / 1e6:.1f}",
        f"{statistics.median(b / s for b, s in zip(bare, size)) / 1e3:.3f}",
        f"{statistics.median(f / s for f, s in zip(facts, size)) / 1e3:.3f}",
        f"{statistics.median(f / b for f, b in zip(facts, bare)):.2f}",
    ]


def speed_up(arguments, language, folder):
    counters = jmh(arguments, "oneAndTwo", language, folder)["secondaryMetrics"]
    one, two = (counters[name]["rawData"][0] for name in ("oneNanos", "twoNanos"))
    return [f"{statistics.median(2 * a / b for a, b in zip(one, two)):.2f}"]


def memory(arguments, language, folder):
    command = [arguments.java, *JVM, "-cp", classpath(), "dev.codegraph.parser.FactsOfFolder"]
    run = subprocess.run(
        command + [language, folder, str(arguments.files)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        check=False,
    )
    figures = re.findall(r"memory (\S+) MB now, (\S+) MB at most", run.stdout)
    if run.returncode != 0 or not figures:
        sys.exit(f"{language}: {run.stderr}")
    (half, half_peak), (end, peak) = figures[-2:] if len(figures) > 1 else figures * 2
    return [f"{half}, {end}", f"{half_peak}, {peak}"]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", nargs="+", metavar="LANGUAGE FOLDER")
    parser.add_argument("--megabytes", type=int, default=0, help="about how many to take of each folder; 0: all")
    parser.add_argument("--rounds", type=int, default=5, help="to warm up, and as many to measure")
    parser.add_argument("--files", type=int, default=50_000, help="for the memory")
    parser.add_argument("--skip", default="", help="any of cost,threads,memory, with commas")
    parser.add_argument("--java", default=os.path.join(os.environ.get("JAVA_HOME", "/usr"), "bin", "java"))
    arguments = parser.parse_args()
    if len(arguments.work) % 2:
        parser.error("a folder for each language")
    compile_benchmarks(arguments.java)
    parts = {
        "cost": (cost, ["files", "MB", "bare", "facts", "ratio"]),
        "threads": (speed_up, ["threads"]),
        "memory": (memory, ["memory at half, at the end", "most by half, by the end"]),
    }
    parts = {name: part for name, part in parts.items() if name not in arguments.skip.split(",")}
    titles = ["language"] + [title for _, names in parts.values() for title in names]
    print("| " + " | ".join(titles) + " |\n|" + "---|" * len(titles), flush=True)
    for language, folder in zip(arguments.work[::2], arguments.work[1::2]):
        cells = [language.lower()]
        for measure, _ in parts.values():
            cells += measure(arguments, language, folder)
        print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
