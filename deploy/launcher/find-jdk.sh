# shellcheck shell=sh
# find_jdk VERSION: prints the home of a JDK of at least that version, the first of: JAVA_HOME,
# the java of the PATH, and the newest one in the usual folders of Linux and macOS. Without one it
# says on standard error what to install and returns 1. Sourced by ./codegraph, ./format, .ci/run.

# Prints the major version of the JDK in a folder, from its release file, which costs no JVM start.
jdk_major() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release"
}

# Prints the folder that a java command belongs to, through whatever symbolic links lead to it.
jdk_of_java() {
  jdk_java=$1
  while [ -L "$jdk_java" ]; do
    jdk_link=$(readlink "$jdk_java")
    case $jdk_link in
      /*) jdk_java=$jdk_link ;;
      *) jdk_java=$(dirname "$jdk_java")/$jdk_link ;;
    esac
  done
  (cd "$(dirname "$jdk_java")/.." && pwd -P)
}

find_jdk() {
  jdk_wanted=$1
  jdk_home=${JAVA_HOME:-}
  if [ -n "$jdk_home" ] && jdk_is=$(jdk_major "$jdk_home") && [ "${jdk_is:-0}" -ge "$jdk_wanted" ]; then
    echo "$jdk_home"
    return 0
  fi
  if jdk_path=$(command -v java) && jdk_home=$(jdk_of_java "$jdk_path") \
    && jdk_is=$(jdk_major "$jdk_home") && [ "${jdk_is:-0}" -ge "$jdk_wanted" ]; then
    echo "$jdk_home"
    return 0
  fi
  jdk_best=
  jdk_best_major=0
  for jdk_home in \
    /usr/lib/jvm/* \
    "${HOME:-/nowhere}"/.sdkman/candidates/java/* \
    "${HOME:-/nowhere}"/.jdks/* \
    /opt/* /opt/java/* /opt/jdk/* \
    /usr/java/* /usr/local/java/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home \
    "${HOME:-/nowhere}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
    /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec; do
    jdk_is=$(jdk_major "$jdk_home") || continue
    if [ "${jdk_is:-0}" -ge "$jdk_wanted" ] && [ "$jdk_is" -gt "$jdk_best_major" ]; then
      jdk_best=$jdk_home
      jdk_best_major=$jdk_is
    fi
  done
  if [ -z "$jdk_best" ] && [ -x /usr/libexec/java_home ]; then
    jdk_best=$(/usr/libexec/java_home -v "$jdk_wanted+" 2>/dev/null) || jdk_best=
  fi
  if [ -n "$jdk_best" ]; then
    echo "$jdk_best"
    return 0
  fi
  echo "No JDK $jdk_wanted or newer found: install one (for example Eclipse Temurin $jdk_wanted) or set JAVA_HOME to its folder." >&2
  return 1
}
