#!/bin/sh
# Reads while commits stream in and the service is killed; no answer may mix two revisions.
# Usage: consistency.sh COMMITS SEED
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$(dirname "$0")/run.sh" dev.codegraph.proofs.ConsistencyProof "$work" "$@"
