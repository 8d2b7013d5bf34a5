#!/bin/sh
# Makes the facts of every .c and .h file of an unpacked source of the Linux kernel, on one thread,
# and prints time, memory, the share of bytes below errors, and what was refused, by reason.
# A name ends each line on the error stream: the files that were refused, or that failed.
# Usage: kernel.sh FOLDER [JAVA_OPTION...]   (Debian: apt-get download linux-source-6.1)
# Before: mvn -q -pl parser-stream -am test-compile; JAVA names a JDK 25 when `java` is older.
set -eu
folder=$1
shift
root=$(cd "$(dirname "$0")/../.." && pwd)
jars=$(find "$HOME/.m2/repository/io/github/bonede" "$HOME/.m2/repository/org/jspecify" -name '*.jar' | tr '\n' ':')
module=$root/parser-stream/target
exec "${JAVA:-java}" --enable-native-access=ALL-UNNAMED -Xmx1g "$@" \
  -cp "$module/test-classes:$module/classes:$root/schemas/target/classes:$jars" \
  dev.codegraph.parser.FactsOfFolder C "$folder" 1
