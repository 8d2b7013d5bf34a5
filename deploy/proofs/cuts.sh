#!/bin/sh
# Cuts stores, text index, changelog and committed offsets at independent points between the rounds
# of seeded histories; no answer may be wrong.
# Usage: cuts.sh FIRST_SEED SEEDS ROUNDS COMMITS
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$(dirname "$0")/run.sh" dev.codegraph.pipeline.CutsProof "$work" "$@"
