#!/bin/sh
# Compares the digest after every EVERY-th of the last COMMITS commits with that of a clean index.
# Usage: parity.sh REPOSITORY COMMITS EVERY
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$(dirname "$0")/run.sh" dev.codegraph.pipeline.ParityProof "$work" "$@"
