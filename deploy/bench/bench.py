#!/usr/bin/env python3
"""Measures CodeGraph as a user runs it. Each sub-command prints rows for docs/benchmarks.md.

  bench.py index REPOSITORY [--opts JAVA_OPTS] [--keep DIR]   a full index from a warm `up`
  bench.py queries DIR                                        latency of search and callers over HTTP
  bench.py commits REPOSITORY DIR COUNT                       one-file commits, from the 202 to the answer
  bench.py peers CHECKOUT                                     two peers from npm on the same checkout

REPOSITORY is a git repository, CHECKOUT a working tree, DIR a data folder that `index --keep` left
running. CPU seconds are those of all processes of the program, memory is the sum of their peaks.
"""

import argparse
import json
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CODEGRAPH = os.path.join(ROOT, "codegraph")
TICKS = os.sysconf("SC_CLK_TCK")


def get(url):
    with urllib.request.urlopen(url, timeout=120) as answer:
        return json.load(answer)


def post(url, body):
    request = urllib.request.Request(
        url, json.dumps(body).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=120) as answer:
        return json.load(answer)


def service(data):
    with open(os.path.join(data, "service.json"), encoding="utf-8") as file:
        return json.load(file)


def processes(root):
    """The process and all its descendants."""
    children = {}
    for entry in os.listdir("/proc"):
        if entry.isdigit():
            try:
                with open(f"/proc/{entry}/stat", encoding="utf-8", errors="replace") as file:
                    fields = file.read().rsplit(")", 1)[1].split()
                children.setdefault(int(fields[1]), []).append(int(entry))
            except OSError:
                continue
    found, queue = [], [root]
    while queue:
        pid = queue.pop()
        found.append(pid)
        queue.extend(children.get(pid, []))
    return found


def cpu_seconds(root):
    total = 0.0
    for pid in processes(root):
        try:
            with open(f"/proc/{pid}/stat", encoding="utf-8", errors="replace") as file:
                fields = file.read().rsplit(")", 1)[1].split()
            total += sum(int(fields[i]) for i in range(11, 15)) / TICKS
        except OSError:
            continue
    return total


def peak_mb(root):
    total = 0
    for pid in processes(root):
        try:
            with open(f"/proc/{pid}/status", encoding="utf-8", errors="replace") as file:
                for line in file:
                    if line.startswith("VmHWM:"):
                        total += int(line.split()[1])
        except OSError:
            continue
    return total / 1024


def disk_mb(folder):
    total = 0
    for path, _, files in os.walk(folder):
        for name in files:
            try:
                total += os.lstat(os.path.join(path, name)).st_blocks * 512
            except OSError:
                continue
    return total / 1024 / 1024


def await_job(url, job, every=0.05):
    while True:
        data = get(f"{url}/api/v1/jobs/{job}")["data"]
        stages = {s["stage"]: s["state"] for s in data["stages"]}
        if data["status"] == "failed":
            raise SystemExit(f"the job failed: {data.get('error')}")
        if data["status"] == "completed" and stages.get("embed", "done") == "done":
            return data
        time.sleep(every)


def up(data, options):
    environment = dict(os.environ)
    if options:
        environment["CODEGRAPH_JAVA_OPTS"] = options
    start = time.monotonic()
    subprocess.run(
        [CODEGRAPH, "up", "--data-dir", data, "--port", "0"],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
    )
    return time.monotonic() - start


def index(args):
    data = args.keep or tempfile.mkdtemp(prefix="codegraph-bench-")
    subprocess.run([CODEGRAPH, "--version"], check=True, stdout=subprocess.DEVNULL)
    cold = up(data, args.opts)
    info = service(data)
    url, pid = info["url"], info["pid"]
    # Warm: the service has been idle for a moment, every stage has joined its group.
    time.sleep(3)
    before = cpu_seconds(pid)
    start = time.monotonic()
    created = post(f"{url}/api/v1/projects", {"id": "bench", "path": os.path.abspath(args.repository)})
    job = await_job(url, created["data"]["indexing_job"]["id"])
    wall = time.monotonic() - start
    cpu = cpu_seconds(pid) - before
    project = get(f"{url}/api/v1/projects/bench")["data"]
    references = project["references"]
    print(f"start of up to ready:   {cold:.1f} s")
    print(f"files / lines:          {project['files']['total']} / {project['lines']}")
    print(f"files by status:        {json.dumps(project['files'])}")
    print(f"entities / edges:       {project['entities']} / {project['edges']}")
    print(f"references:             {json.dumps(references)}")
    print(f"wall / CPU:             {wall:.1f} s / {cpu:.1f} s")
    print(f"peak memory, all:       {peak_mb(pid):.0f} MB")
    print(f"on disk:                {disk_mb(data):.0f} MB")
    print(f"figures:                {json.dumps(job['figures'])}")
    print(f"digest:                 {project['digest']}")
    if not args.keep:
        subprocess.run([CODEGRAPH, "down", "--data-dir", data], check=True, stdout=subprocess.DEVNULL)
        shutil.rmtree(data)


def percentiles(values):
    values = sorted(values)
    return (
        f"p50 {statistics.median(values):.1f} ms, p90 {values[int(len(values) * 0.9)]:.1f} ms, "
        f"p99 {values[int(len(values) * 0.99)]:.1f} ms, n={len(values)}"
    )


class Connection:
    """One kept-alive connection: what is measured is the service, not the set-up of sockets."""

    def __init__(self, url):
        import http.client

        parts = urllib.parse.urlparse(url)
        self.http = http.client.HTTPConnection(parts.hostname, parts.port, timeout=60)

    def ms(self, path):
        start = time.perf_counter()
        self.http.request("GET", path)
        answer = self.http.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise SystemExit(f"{path} answered {answer.status}: {body[:300]}")
        return (time.perf_counter() - start) * 1000, body


def queries(args):
    url = service(args.data)["url"]
    random.seed(7)
    entities, called = [], {}
    with urllib.request.urlopen(f"{url}/api/v1/projects/bench/export", timeout=600) as export:
        for line in export:
            row = json.loads(line)
            if row["type"] == "entity" and row["kind"] in ("method", "function", "class"):
                entities.append((row["id"], row["name"]))
            elif row["type"] == "edge" and row["kind"] == "calls" and row["to_path"]:
                called[row["to"]] = called.get(row["to"], 0) + 1
    sample = random.sample(entities, min(500, len(entities)))
    top = sorted(called, key=called.get, reverse=True)[:100]
    connection = Connection(url)
    quote = lambda text: urllib.parse.quote(text, safe="")
    searches = [f"/api/v1/search?q={quote(name)}&project_id=bench&limit=20" for _, name in sample]
    callers = [f"/api/v1/entities/{quote(id)}/callers?project_id=bench&limit=20" for id, _ in sample]
    hubs = [f"/api/v1/entities/{quote(id)}/callers?project_id=bench&limit=20" for id in top]
    deep = [
        f"/api/v1/entities/{quote(id)}/callers?project_id=bench&limit=200&depth=5" for id, _ in sample[:200]
    ]
    for _ in range(4):
        for path in searches + callers + hubs:
            connection.ms(path)
    for name, paths in (
        ("symbol search, 500 random names", searches),
        ("callers, 500 random entities", callers),
        ("callers, the 100 most called", hubs),
        ("callers to depth 5, 200 rows at most", deep),
    ):
        print(f"{name:40} {percentiles([connection.ms(path)[0] for path in paths])}")


def commits(args):
    """Edits one random source file per commit in a clone and waits for the answer at the commit."""
    url = service(args.data)["url"]
    work = tempfile.mkdtemp(prefix="codegraph-commits-")
    clone = os.path.join(work, "clone")
    git = lambda *a: subprocess.run(
        ["git", "-C", clone, "-c", "user.name=b", "-c", "user.email=b@example.invalid", *a],
        check=True, capture_output=True, text=True,
    ).stdout
    subprocess.run(["git", "clone", "-q", args.repository, clone], check=True)
    project = "commits"
    created = post(f"{url}/api/v1/projects", {"id": project, "path": clone})
    await_job(url, created["data"]["indexing_job"]["id"])
    total = get(f"{url}/api/v1/projects/{project}")["data"]["files"]
    files = [
        f for f in git("ls-files").splitlines()
        if f.rsplit(".", 1)[-1] in ("java", "py", "ts", "tsx", "js", "go") and os.path.isfile(os.path.join(clone, f))
    ]
    random.seed(11)
    latencies, relinked = [], []
    for i in range(args.count):
        path = os.path.join(clone, random.choice(files))
        with open(path, "a", encoding="utf-8") as file:
            file.write("# bench\n" if path.endswith(".py") else "// bench\n")
        git("commit", "-qam", f"bench {i}")
        revision = git("rev-parse", "HEAD").strip()
        answer = post(f"{url}/api/v1/projects/{project}/index", {"revision": revision})
        start = time.monotonic()
        while True:
            meta = get(f"{url}/api/v1/search?q=main&limit=1&project_id={project}")["meta"]
            if meta["revision"] == revision:
                break
            time.sleep(0.002)
        latencies.append((time.monotonic() - start) * 1000)
        figures = get(f"{url}/api/v1/jobs/{answer['data']['id']}")["data"]["figures"]
        relinked.append(figures.get("files_linked", 0))
    print(f"files of the repository: {json.dumps(total)}")
    print(f"one-file commit, 202 to answer: {percentiles(latencies)}")
    print(f"files linked again: median {statistics.median(relinked)}, most {max(relinked)}")
    shutil.rmtree(work)


def peers(args):
    work = tempfile.mkdtemp(prefix="codegraph-peers-")
    for package, command in (
        ("@optave/codegraph@3.11", ["codegraph", "build", "."]),
        ("@colbymchenry/codegraph@1.6", ["codegraph", "init", "-y"]),
    ):
        folder = os.path.join(work, package.split("/")[0].strip("@"))
        os.makedirs(folder)
        subprocess.run(["npm", "install", "--silent", "--prefix", folder, package], check=True)
        checkout = os.path.join(folder, "checkout")
        shutil.copytree(args.checkout, checkout, symlinks=True)
        before = os.times()
        start = time.monotonic()
        result = subprocess.run(
            [os.path.join(folder, "node_modules", ".bin", command[0]), *command[1:]],
            cwd=checkout, capture_output=True, text=True,
            env={**os.environ, "CODEGRAPH_TELEMETRY": "0"},
        )
        after = os.times()
        cpu = after.children_user + after.children_system - before.children_user - before.children_system
        print(f"{package}: wall {time.monotonic() - start:.1f} s, CPU {cpu:.1f} s, exit {result.returncode}")
        print("  " + "\n  ".join((result.stdout + result.stderr).strip().splitlines()[-6:]))
    shutil.rmtree(work)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    one = commands.add_parser("index")
    one.add_argument("repository")
    one.add_argument("--opts", default="")
    one.add_argument("--keep")
    two = commands.add_parser("queries")
    two.add_argument("data")
    three = commands.add_parser("commits")
    three.add_argument("repository")
    three.add_argument("data")
    three.add_argument("count", type=int)
    four = commands.add_parser("peers")
    four.add_argument("checkout")
    args = parser.parse_args()
    {"index": index, "queries": queries, "commits": commits, "peers": peers}[args.command](args)


if __name__ == "__main__":
    sys.exit(main())
