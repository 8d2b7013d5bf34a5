#!/bin/sh
# Replays a compacted log into empty stores with the repository gone.
# Usage: replay.sh REPOSITORY COMMITS
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$(dirname "$0")/run.sh" dev.codegraph.proofs.ReplayProof "$work" "$@"
