#!/bin/sh
# What scip-typescript says of a repository's references: truth.sh FOLDER
#
# Its packages should be installed before (npm install), or types from outside are not known to it. A
# folder without a tsconfig.json is read as JavaScript.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$(cd "$1" && pwd)
tool=${SCIP_TOOLS:-${TMPDIR:-/tmp}/scip-tools}
npm install --silent --no-fund --no-audit --prefix "$tool" @sourcegraph/scip-typescript@0.4.0 >&2
index=$(mktemp)
inferred=
[ -e "$folder/tsconfig.json" ] || inferred=--infer-tsconfig
(cd "$folder" && NODE_OPTIONS=--max-old-space-size=6000 "$tool/node_modules/.bin/scip-typescript" index $inferred --output "$index" >&2)
[ -z "$inferred" ] || rm -f "$folder/tsconfig.json"
node "$here/../scip/truth.js" "$index" "$folder" "$tool/node_modules/@sourcegraph/scip-typescript/dist/src/scip.js"
rm -f "$index"
