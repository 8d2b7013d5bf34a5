#!/usr/bin/env python3
"""Compares the definitions that CodeGraph finds in a folder with those of Universal Ctags.

  ctags.py LANGUAGE FOLDER [--only GROUP,...] [--examples N] [--classpath CP] [--java JAVA]

LANGUAGE is a constant of dev.codegraph.schemas.Language in any case. Compile the tests of
parser-stream first; their folders and the local repository's tree-sitter jars are the default
class path. Both sides look at the same files.
A definition is found when both say the same name in a group of kinds on the same line; of the
others the script prints classes, the commonest first, with examples to look at. Neither side is
always right: docs/languages.md says of each class who is.

  found   of those that ctags lists, the share that we list too
  shared  of those that we list, the share that ctags lists too
"""

import argparse
import collections
import glob
import json
import os
import subprocess
import sys

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CTAGS_NAMES = {
    "c": "C",
    "cpp": "C++",
    "csharp": "C#",
    "go": "Go",
    "java": "Java",
    "javascript": "JavaScript",
    "kotlin": "Kotlin",
    "php": "PHP",
    "python": "Python",
    "ruby": "Ruby",
    "rust": "Rust",
    "tsx": "TypeScript",
    "typescript": "TypeScript",
}

# What ctags leaves out unless asked.
CTAGS_OPTIONS = {
    "c": ["--kinds-C=+px"],
    "cpp": ["--kinds-C++=+px"],
}

# Groups of kinds; kinds of no group are counted and left out.
OURS = {
    "type": "class struct union interface trait protocol enum record object mixin annotation type_alias",
    "callable": "function method constructor destructor",
    "value": "enum_member property field constant variable",
    "module": "module namespace package",
    "extension": "extension",
    "macro": "macro",
}
CTAGS = {
    "type": "class struct union interface trait enum object typedef typealias annotation type",
    "callable": "function method singletonMethod prototype methodSpec generator func",
    "value": "enumerator enumConstant member field property constant variable event externvar var const "
    "define accessor getter setter",
    "module": "module namespace package",
    "extension": "implementation",
    "macro": "macro",
}
SPECIAL = {
    # Kinds that mean something else in one language.
    ("ruby", "alias"): "callable",
    ("go", "talias"): "type",
    ("python", "member"): "callable",
    ("javascript", "getter"): "callable",
    ("javascript", "setter"): "callable",
    ("typescript", "alias"): "type",
    ("tsx", "alias"): "type",
}


def by_kind(groups):
    return {kind: group for group, kinds in groups.items() for kind in kinds.split()}


OURS_BY_KIND = by_kind(OURS)
CTAGS_BY_KIND = by_kind(CTAGS)

Definition = collections.namedtuple("Definition", "path name line kind group parent")


def our_definitions(arguments):
    command = [
        arguments.java,
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        arguments.classpath,
        "dev.codegraph.parser.FactsOfFolder",
        arguments.language,
        arguments.folder,
    ]
    result = subprocess.run(command, stdout=subprocess.PIPE, check=False, encoding="utf-8")
    if result.returncode != 0:
        sys.exit("the facts of some files could not be made")
    files, definitions = [], []
    for text in result.stdout.splitlines():
        entity = json.loads(text)
        if entity["kind"] == "file":
            files.append(entity["path"])
        else:
            definitions.append(
                Definition(
                    entity["path"],
                    entity["name"],
                    entity["line"],
                    entity["kind"],
                    OURS_BY_KIND.get(entity["kind"], ""),
                    entity["parent"],
                )
            )
    return files, definitions


def ctags_definitions(arguments, files):
    command = [
        "ctags",
        "--output-format=json",
        "--fields=+nKzS",
        "--sort=no",
        "--language-force=" + CTAGS_NAMES[arguments.language],
        *CTAGS_OPTIONS.get(arguments.language, []),
        "-f",
        "-",
        "-L",
        "-",
    ]
    result = subprocess.run(
        command,
        cwd=arguments.folder,
        input="\n".join(files),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
        encoding="utf-8",
        errors="replace",
    )
    definitions = []
    for text in result.stdout.splitlines():
        tag = json.loads(text)
        if tag.get("_type") == "tag" and tag["name"] != "<lambda>":
            kind = tag["kind"]
            group = SPECIAL.get((arguments.language, kind), CTAGS_BY_KIND.get(kind, ""))
            definitions.append(
                Definition(tag["path"], tag["name"], tag["line"], kind, group, tag.get("scope", ""))
            )
    return definitions


def name_of(definition):
    """Without white space and backticks; what has no name is called by ctags with a number."""
    name = "".join(definition.name.replace("`", "").split())
    return "<anonymous>" if name.startswith("__anon") else name


def key(definition):
    return definition.path, definition.group, name_of(definition), definition.line


def differences(left, right):
    """Those of the left that the right lacks, by class."""
    keys = {key(d) for d in right}
    lines = collections.defaultdict(set)
    names = collections.defaultdict(set)
    for d in right:
        lines[d.path, name_of(d), d.line].add(d.kind)
        names[d.path, name_of(d), d.group].add(d.line)
    classes = collections.defaultdict(list)
    for d in left:
        if key(d) in keys:
            continue
        kinds = lines[d.path, name_of(d), d.line]
        if kinds:
            classes[f"{d.kind} is {'/'.join(sorted(kinds))} there"].append(d)
        elif names[d.path, name_of(d), d.group]:
            classes[f"{d.kind} is on other lines there"].append(d)
        else:
            classes[f"{d.kind} is missing there"].append(d)
    return sorted(classes.items(), key=lambda entry: -len(entry[1]))


def share(part, whole):
    return "–" if whole == 0 else f"{100 * part / whole:.2f} %"


def spread(definitions, count):
    """As many examples as asked for, from all over the folder."""
    step = max(1, len(definitions) // count)
    return definitions[::step][:count]


def report(title, classes, examples):
    print(f"\n{title}")
    for name, definitions in classes:
        print(f"  {len(definitions):6} {name}")
        for d in spread(definitions, examples) if examples else []:
            print(f"           {d.path}:{d.line} {d.name} in {d.parent or '-'}")


def unique(definitions, groups):
    kept = {}
    for d in definitions:
        if d.group in groups:
            kept.setdefault(key(d), d)
    return list(kept.values())


def default_classpath():
    modules = ["parser-stream/target/test-classes", "parser-stream/target/classes", "schemas/target/classes"]
    jars = os.path.expanduser("~/.m2/repository/io/github/bonede/**/*.jar")
    return ":".join([os.path.join(ROOT, m) for m in modules] + sorted(glob.glob(jars, recursive=True)))


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("language", type=str.lower, choices=sorted(CTAGS_NAMES))
    parser.add_argument("folder")
    parser.add_argument("--only", default=",".join(OURS), help="groups to compare")
    parser.add_argument("--examples", type=int, default=3)
    parser.add_argument("--classpath", default=default_classpath())
    parser.add_argument("--java", default=os.path.join(os.environ.get("JAVA_HOME", "/usr"), "bin", "java"))
    arguments = parser.parse_args()

    files, ours = our_definitions(arguments)
    theirs = ctags_definitions(arguments, files)
    print(f"{arguments.language}: {len(files)} files")
    for group in arguments.only.split(","):
        mine, other = unique(ours, {group}), unique(theirs, {group})
        both = len({key(d) for d in mine} & {key(d) for d in other})
        print(
            f"  {group:9}  ours {len(mine):6}  ctags {len(other):6}"
            f"  found {share(both, len(other)):>8}  shared {share(both, len(mine)):>8}"
        )
    for side, definitions in (("ours", ours), ("ctags", theirs)):
        left_out = collections.Counter(d.kind for d in definitions if not d.group)
        if left_out:
            counts = ", ".join(f"{kind} {count}" for kind, count in left_out.most_common())
            print(f"  of no group ({side}): {counts}")
    groups = set(arguments.only.split(","))
    mine, other = unique(ours, groups), unique(theirs, groups)
    # The class of a difference looks at all kinds of the other side.
    report("ctags only:", differences(other, ours), arguments.examples)
    report("ours only:", differences(mine, theirs), arguments.examples)


if __name__ == "__main__":
    main()
