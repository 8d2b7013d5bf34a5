#!/usr/bin/env bash
# Docker for the Testcontainers test, on a Debian machine without an engine or an image registry.
#   eval "$(deploy/ci/docker.sh start)"  installs and starts the engine, builds the Kafka image under
#                                        the name that the test asks for, prints what to export
#   deploy/ci/docker.sh stop             ends the engine that start started
# Engine and image are kept in CODEGRAPH_CI_CACHE (default /var/cache/codegraph-ci) for the next run.
# Needs root. Says on standard error what it does; exits 1 when Docker cannot be had.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
state=${CODEGRAPH_CI_CACHE:-/var/cache/codegraph-ci}/docker
socket=$state/docker.sock
pidfile=$state/dockerd.pid

say() { echo "docker.sh: $*" >&2; }

# True when an engine answers at DOCKER_HOST, or at Docker's own default.
answers() { timeout 20 docker info >/dev/null 2>&1; }

install_engine() {
  local missing=()
  command -v dockerd >/dev/null || missing+=(docker.io)
  command -v iptables >/dev/null || missing+=(iptables)
  command -v debootstrap >/dev/null || missing+=(debootstrap)
  [ "${#missing[@]}" -eq 0 ] && return
  say "installing ${missing[*]}"
  apt-get update -qq >&2
  DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

start_engine() {
  export DOCKER_HOST=unix://$socket
  answers && return
  say "starting dockerd"
  mkdir -p "$state"
  # What a killed engine left behind would stop this one.
  rm -f "$pidfile" "$socket"
  setsid dockerd --data-root "$state/data" --exec-root "$state/exec" -H "$DOCKER_HOST" \
    -p "$pidfile" </dev/null >"$state/dockerd.log" 2>&1 &
  local second
  for ((second = 0; second < 60; second++)); do
    answers && return
    kill -0 $! 2>/dev/null || break
    sleep 1
  done
  say "dockerd did not start; the end of its log:"
  tail -n 5 "$state/dockerd.log" >&2
  return 1
}

# A Kafka image from the Maven jars, for the name that the public image has: base system by
# debootstrap, Java by jlink, and our own start script, which understands the same environment.
build_image() {
  local image=$1 recipe found
  recipe=$(cat "$root"/deploy/ci/kafka-image/* "$root/deploy/ci/docker.sh" | sha256sum | cut -c1-16)
  found=$(docker image inspect -f '{{index .Config.Labels "recipe"}}' "$image" 2>/dev/null) || found=
  if [ "$found" = "$recipe" ]; then
    return
  fi
  say "building $image from Debian packages and Maven jars"
  local work jdk base=debian:bookworm-slim
  work=$(mktemp -d "$state/image.XXXXXX")
  # shellcheck source=deploy/launcher/find-jdk.sh
  . "$root/deploy/launcher/find-jdk.sh"
  jdk=$(find_jdk 25)
  if ! docker image inspect "$base" >/dev/null 2>&1; then
    debootstrap --variant=minbase bookworm "$work/rootfs" >"$state/debootstrap.log" 2>&1 || {
      tail -n 5 "$state/debootstrap.log" >&2
      rm -rf "$work"
      return 1
    }
    tar -C "$work/rootfs" --exclude=./var/cache/apt --exclude=./dev -c . \
      | docker import - "$base" >/dev/null
    rm -rf "$work/rootfs"
  fi
  cp "$root"/deploy/ci/kafka-image/* "$work"
  "$jdk/bin/jlink" --add-modules java.se,jdk.management,jdk.unsupported,jdk.zipfs \
    --strip-debug --no-header-files --no-man-pages --output "$work/jre" >&2
  mvn -q -B -f "$root/deploy/ci/kafka-image/pom.xml" dependency:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$work/libs" >&2
  DOCKER_BUILDKIT=0 docker build -q --pull=false --label "recipe=$recipe" -t "$image" "$work" >&2
  rm -rf "$work"
  docker image prune -f >/dev/null
}

start() {
  local version ours=
  version=$(sed -n 's:.*<kafka.version>\(.*\)</kafka.version>.*:\1:p' "$root/pom.xml")
  if ! { command -v docker >/dev/null && answers; }; then
    install_engine
    start_engine
    ours=yes
  fi
  # Another engine may have a registry, and an image of this name that is not ours to replace.
  if [ -n "$ours" ]; then
    build_image "apache/kafka:$version"
    # Without the override Testcontainers looks for the gateway for minutes; Ryuk is an image that
    # no registry here has, and this engine is stopped when the tests are done.
    echo "export DOCKER_HOST='$DOCKER_HOST'"
    echo "export TESTCONTAINERS_HOST_OVERRIDE=127.0.0.1"
    echo "export TESTCONTAINERS_RYUK_DISABLED=true"
  fi
}

stop() {
  [ -f "$pidfile" ] || return 0
  local pid second
  pid=$(cat "$pidfile")
  kill "$pid" 2>/dev/null || return 0
  for ((second = 0; second < 30; second++)); do
    kill -0 "$pid" 2>/dev/null || return 0
    sleep 1
  done
  say "dockerd ($pid) did not end"
  return 1
}

case "${1:-}" in
  start) start ;;
  stop) stop ;;
  *)
    echo "usage: deploy/ci/docker.sh start|stop" >&2
    exit 2
    ;;
esac
