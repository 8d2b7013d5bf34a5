#!/bin/sh
# Builds libcodegraph-syntax.so: the tree-sitter core, our C file and all grammars of packages.txt in
# one library. One, because the grammars are only ever used together, and one file is one thing to
# verify, extract and load. The sources come from the npm packages, which are fetched by name and
# checked by hash; none of their scripts runs. The result is cached under a hash of all inputs.
#
# usage: build.sh OUTPUT_FOLDER
# Where the platform, npm, gcc or the packages are missing it says so and succeeds without a result:
# the natives of the bundled jars are loaded then.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "$1"
output=$(cd "$1" && pwd)
library=libcodegraph-syntax.so
cache=${CODEGRAPH_NATIVE_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/codegraph/native}
flags="-std=gnu11 -O3 -fPIC -fvisibility=hidden -DTREE_SITTER_REUSE_ALLOCATOR -w"
export LC_ALL=C

without() {
  echo "native syntax library: not compiled ($1); the bundled natives will be used"
  rm -f "$output/$library"
  exit 0
}

[ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || without "platform is $(uname -s)-$(uname -m)"
command -v gcc >/dev/null || without "no gcc"
echo '#include <stdio.h>' | gcc -E - >/dev/null 2>&1 || without "no headers of the C library"
key=$(
  {
    cat "$here/build.sh" "$here/packages.txt" "$here/syntax.c" "$here/syntax.map"
    gcc --version
  } | sha256sum | cut -c1-32
)
built=$cache/$key/$library

if [ ! -f "$built" ]; then
  command -v npm >/dev/null || without "no npm"
  mkdir -p "$cache/packages"
  work=$(mktemp -d "$cache/build.XXXXXX")
  trap 'rm -rf "$work"' EXIT
  grep -v '^#' "$here/packages.txt" | while read -r name version hash folders; do
    tarball=$cache/packages/$name-$version.tgz
    if ! echo "$hash  $tarball" | sha256sum --check --status 2>/dev/null; then
      (cd "$work" && npm pack --silent --ignore-scripts "$name@$version" >/dev/null) || exit 3
      echo "$hash  $work/$name-$version.tgz" | sha256sum --check --status || exit 4
      mv "$work/$name-$version.tgz" "$tarball"
    fi
    mkdir -p "$work/$name"
    tar -xzf "$tarball" -C "$work/$name" --strip-components=1
  done || {
    status=$?
    [ $status -ne 4 ] || { echo "native syntax library: a package differs from its recorded hash" >&2; exit 4; }
    without "npm packages cannot be fetched"
  }

  # One line per object: include folders and source. Relative paths, so that nothing of this machine
  # gets into the objects, and numbered names, so that they are always linked in the same order.
  cd "$work"
  cp "$here/syntax.c" .
  core=tree-sitter/vendor/tree-sitter/lib
  {
    echo "-I$core/include -I$core/src syntax.c"
    grep -v '^#' "$here/packages.txt" | while read -r name version hash folders; do
      [ "$folders" != - ] || continue
      for folder in $(echo "$folders" | tr , ' '); do
        for source in "$name/$folder/src/parser.c" "$name/$folder/src/scanner.c"; do
          [ ! -f "$source" ] || echo "-I$name/$folder/src $source"
        done
      done
    done
  } | awk '{ printf "%s -o %03d.o\n", $0, NR }' >objects
  # shellcheck disable=SC2086 # several flags
  xargs -P "$(nproc)" -L 1 gcc $flags -c <objects
  gcc -shared -o "$library" ./*.o -Wl,--version-script="$here/syntax.map" -Wl,-Bsymbolic \
    -Wl,--build-id=none -Wl,-z,defs -s -lpthread
  mkdir -p "$cache/$key"
  mv "$library" "$built"
fi

cmp -s "$built" "$output/$library" || cp "$built" "$output/$library"
