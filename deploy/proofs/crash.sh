#!/bin/sh
# Pushes files that the bundled native parser aborts on, among files that it does not.
# Usage: crash.sh CRASHING SOUND
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$(dirname "$0")/run.sh" dev.codegraph.proofs.CrashProof "$work" "$@"
