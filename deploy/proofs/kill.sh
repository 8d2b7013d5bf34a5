#!/bin/sh
# Kills service, parser and broker in turn while a history is applied.
# Usage: kill.sh ROUNDS SEED
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$(dirname "$0")/run.sh" dev.codegraph.proofs.KillProof "$work" "$@"
