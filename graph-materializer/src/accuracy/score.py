#!/usr/bin/env python3
"""Scores the edges of an export against what a compiler, or a person, says of the same places.

  score.py TRUTH EXPORT [--examples N]

TRUTH has one line per reference, with tabs: role, path, line, column, name, path of the definition, line of
its name; the last two are dashes when it is outside of the project. EXPORT is what `codegraph export` writes.
Both are joined by path, line and column; only references of TRUTH count, so a place that its maker does not
know is neither right nor wrong.

  precision  of the references that are resolved here, the share that is so there, with the same target
  recall     of the references that have a target in the project there, the share that is resolved to it here

Candidates of an ambiguous reference and of dispatch are not resolved; how often the right one is among them is
told apart.
"""

import argparse
import collections
import json
import sys


def truth(path):
    table = {}
    for line in open(path, encoding="utf-8"):
        role, file, at, column, name, to, to_line = line.rstrip("\n").split("\t")
        target = None if to == "-" else (to, int(to_line))
        table.setdefault((file, int(at), int(column)), (role, name, target))
    return table


def export(path, wanted):
    edges = collections.defaultdict(list)
    unresolved = {}
    for line in open(path, encoding="utf-8"):
        row = json.loads(line)
        if row["type"] == "entity":
            continue
        key = (row["path"], row["line"], row["column"])
        if key not in wanted:
            continue
        if row["type"] == "edge":
            edges[key].append(row)
        else:
            unresolved[key] = row["reason"]
    return edges, unresolved


def percent(part, whole):
    return f"{100 * part / whole:6.2f} %" if whole else "     - "


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("truth")
    parser.add_argument("export")
    parser.add_argument("--examples", type=int, default=20, help="false edges and misses to list")
    options = parser.parse_args()
    table = truth(options.truth)
    edges, unresolved = export(options.export, table)
    roles = collections.defaultdict(collections.Counter)
    rules = collections.defaultdict(collections.Counter)
    false, missed = [], []
    for key, (role, name, target) in table.items():
        count = roles[role]
        here = edges.get(key, [])
        resolved = [e for e in here if e["resolution"] == "resolved"]
        inside = target is not None
        count["inside"] += inside
        if not here and key not in unresolved:
            count["absent"] += 1
        if resolved:
            right = all((e["to_path"], e["to_line"]) == target for e in resolved)
            count["resolved"] += 1
            count["right"] += right
            rules[resolved[0]["rule"]]["resolved"] += 1
            rules[resolved[0]["rule"]]["right"] += right
            if not right:
                false.append((role, key, name, target, resolved[0]))
        elif inside:
            among = any((e["to_path"], e["to_line"]) == target for e in here)
            count["candidate"] += among
            why = "among candidates" if among else (here[0]["resolution"] if here else unresolved.get(key, "absent"))
            missed.append((role, key, name, target, why))
            count["missed " + why] += 1
    total = collections.Counter()
    for count in roles.values():
        total.update(count)
    print(f"{'role':16} {'there':>8} {'inside':>8} {'resolved':>8} {'precision':>9} {'recall':>9} {'candidate':>9} absent")
    for role, count in sorted(roles.items()) + [("all", total)]:
        there = sum(1 for _, (r, _, _) in table.items() if r == role) if role != "all" else len(table)
        print(
            f"{role:16} {there:8} {count['inside']:8} {count['resolved']:8} {percent(count['right'], count['resolved']):>9}"
            f" {percent(count['right'], count['inside']):>9} {percent(count['candidate'], count['inside']):>9} {count['absent']}"
        )
    print(f"\n{'rule':20} {'resolved':>8} {'precision':>9}")
    for rule, count in sorted(rules.items()):
        print(f"{rule:20} {count['resolved']:8} {percent(count['right'], count['resolved']):>9}")
    reasons = collections.Counter((role, why) for role, _, _, _, why in missed)
    print("\nmissed")
    for (role, why), number in reasons.most_common(25):
        print(f"{number:8} {role} {why}")
    spread(false, options.examples, "false", lambda e: f"{e['to_path']}:{e['to_line']} by {e['rule']}")
    spread(missed, options.examples, "missed", str)


def spread(found, number, title, show):
    """Prints examples taken evenly from all of them."""
    print(f"\n{title}: {len(found)}")
    step = max(1, len(found) // max(1, number))
    for role, (path, line, column), name, target, what in sorted(found, key=lambda f: f[1])[::step][:number]:
        print(f"  {role} {name} {path}:{line}:{column} is {':'.join(map(str, target)) if target else 'outside'}, here {show(what)}")


if __name__ == "__main__":
    sys.exit(main())
