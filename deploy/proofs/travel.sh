#!/bin/sh
# Compares what is said about ten old revisions, with the repository gone, with what fresh indexes say.
# Usage: travel.sh REPOSITORY COMMITS
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$(dirname "$0")/run.sh" dev.codegraph.proofs.TimeTravelProof "$work" "$@"
