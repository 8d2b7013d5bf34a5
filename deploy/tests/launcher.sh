#!/usr/bin/env bash
# Scenario: the launcher finds a JDK 25 wherever it is, says in one line what to install where there
# is none, answers to both its names through symbolic links, and starts in time.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

failed() {
  echo "FAILED: $*" >&2
  exit 1
}

# A folder that looks like the JDK of a version to who reads its release file.
fake_jdk() {
  mkdir -p "$1/bin"
  printf '#!/bin/sh\n' >"$1/bin/java"
  cp "$1/bin/java" "$1/bin/javac"
  chmod +x "$1/bin/java" "$1/bin/javac"
  printf 'IMPLEMENTOR="Fake"\nJAVA_VERSION="%s"\n' "$2" >"$1/release"
}

# find_jdk VERSION in a shell of its own, with a home, a JAVA_HOME and a PATH to choose.
find_in() {
  env -i HOME="$1" JAVA_HOME="$2" PATH="$3:/usr/bin:/bin" sh -c ". '$root/deploy/launcher/find-jdk.sh' && find_jdk $4"
}

# Versions far above any real one, so that no JDK of this machine is in the way.
fake_jdk "$work/home/.sdkman/candidates/java/older" 901.0.1
fake_jdk "$work/home/.sdkman/candidates/java/newer" 903
fake_jdk "$work/java-home" 902.0.1+3
fake_jdk "$work/on-path" 902-ea
fake_jdk "$work/eight" 1.8.0_402
mkdir "$work/bin"
ln -s ../on-path/bin/java "$work/bin/java"

found=$(find_in "$work/home" "$work/java-home" "$work/bin" 902)
[ "$found" = "$work/java-home" ] || failed "JAVA_HOME comes first, not $found"
found=$(find_in "$work/home" "$work/eight" "$work/bin" 902)
[ "$found" = "$work/on-path" ] || failed "after a JAVA_HOME that is too old comes the PATH, not $found"
found=$(find_in "$work/home" "" /none 902)
[ "$found" = "$work/home/.sdkman/candidates/java/newer" ] || failed "the newest of the usual folders, not $found"
if found=$(find_in "$work/home" "$work/java-home" "$work/bin" 904 2>"$work/message"); then
  failed "there is no JDK 904, yet found $found"
fi
[ "$(wc -l <"$work/message")" -eq 1 ] || failed "one line says what to install"
grep -q 'install' "$work/message" || failed "the line says what to install"

# The program itself, from another folder and through links. The first call may build.
cd "$work"
"$root/codegraph" --version >/dev/null
ln -s "$root/codegraph" cg
ln -s "$root/codegraph-api" server
"$work/cg" --help | grep -q "^Usage: codegraph " || failed "a link to codegraph is codegraph"
"$work/server" --help | grep -q "^Usage: codegraph-api " || failed "a link to codegraph-api is the server"

# Ten times the two seconds that a person should wait at most, since machines of CI are shared.
before=$(date +%s)
"$root/codegraph" --version >/dev/null
[ $(($(date +%s) - before)) -le 20 ] || failed "codegraph --version took more than 20 s"
echo "launcher: ok"
