#!/bin/sh
# Indexes a repository, exports its graph, and scores the edges against what LANGUAGE/truth.sh says:
#
#   score.sh LANGUAGE REPOSITORY [ARGUMENTS OF truth.sh]
#
# The checkout must be clean: the truth is made from the working tree, the graph from HEAD. What is
# printed is explained in score.py; EXAMPLES is the number of false edges and misses to list.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
codegraph=$here/../../../codegraph
language=$1
repository=$(cd "$2" && pwd)
shift 2
work=$(mktemp -d)
trap '"$codegraph" down --data-dir "$work/data" >/dev/null 2>&1 || true; rm -rf "$work"' EXIT
"$here/$language/truth.sh" "$repository" "$@" >"$work/truth"
"$codegraph" up --data-dir "$work/data" --port 0 >/dev/null
"$codegraph" index "$repository" --name scored --data-dir "$work/data" --wait >/dev/null
"$codegraph" export --project scored --data-dir "$work/data" --output "$work/export.jsonl"
echo "$(basename "$repository") at $(git -C "$repository" rev-parse --short HEAD)"
"$here/score.py" "$work/truth" "$work/export.jsonl" --examples "${EXAMPLES:-20}"
