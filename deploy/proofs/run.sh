#!/bin/sh
# Builds the program and its tests, and runs one of the proofs: the class is the first argument, the
# others are its own. Called by the scripts beside it.
set -eu
root=$(cd "$(dirname "$0")/../.." && pwd -P)
# shellcheck source=deploy/launcher/find-jdk.sh
. "$root/deploy/launcher/find-jdk.sh"
jdk=$(find_jdk 25) || exit 1
cd "$root"
if [ -z "${CODEGRAPH_NO_BUILD:-}" ]; then
  mvn -q -B -Dstyle.color=never -DskipTests package >&2
fi
options=$(sed -n 's:.*<jvm.flags>\(.*\)</jvm.flags>.*:\1:p' pom.xml)
target=query-api/target
# shellcheck disable=SC2086 # options are words
exec "$jdk/bin/java" $options -Djava.util.logging.config.file=deploy/proofs/logging.properties \
  -Xmx1g -cp "$target/test-classes:$target/classes:$target/lib/*" "$@"
