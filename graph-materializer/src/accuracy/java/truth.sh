#!/bin/sh
# What javac says of a Maven repository's references, see JavacTruth:
#
#   truth.sh FOLDER [CLASSPATH]
#
# Without a class path Maven is asked for that of the tests.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
folder=$1
classpath=${2-}
if [ -z "$classpath" ]; then
  file=$(mktemp)
  (cd "$folder" && mvn -q -B dependency:build-classpath -Dmdep.outputFile="$file" -Dmdep.includeScope=test >&2)
  classpath=$(cat "$file")
  rm -f "$file"
fi
exports=""
for package in code tree util; do
  exports="$exports --add-exports jdk.compiler/com.sun.tools.javac.$package=ALL-UNNAMED"
done
# shellcheck disable=SC2086
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xss64m $exports "$here/JavacTruth.java" "$folder" "$classpath"
