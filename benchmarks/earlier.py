"""How fast this build is beside an earlier commit: `make bench BASE=4fafee9`.

    python -m benchmarks.earlier COMMIT [FOLDER or ARCHIVE ...]

The commit is checked out in a temporary git worktree. Each build runs in a process of its own on
one thread; both read the same articles in turn, five times. Articles are the sample ones, or the
`*.txt` of the folders and what the archives hold (`news.jsonl.gz`), at most 1,000 of each.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import islice
from pathlib import Path

from benchmarks.corpus import OWN, ROOT
from benchmarks.timing import Cost
from extractor.archive.items import Raw
from extractor.archive.options import Options
from extractor.archive.prepare import prepare
from extractor.archive.readers import read
from extractor.source import Source

_PAIRS = 5
_MOST = 1_000
_WAYS = ("tokens", "whole extraction")
# It may use nothing that an earlier commit lacks.
_READER = """
import json, sys, time
import torch
import extractor
torch.set_num_threads(1)
made = extractor.load()
for line in sys.stdin:
    way, texts = json.loads(line)
    begun = time.process_time()
    for each in made.nlp.tokenizer.pipe(texts) if way == "tokens" else made.extract_many(texts):
        pass
    print(time.process_time() - begun, flush=True)
"""


class Build:
    """A build of the project that reads articles, in a process of its own."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process

    def seconds(self, way: str, texts: list[str]) -> float:
        """Return the processor time of reading `texts` (RuntimeError when the build fails)."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps([way, texts]) + "\n")
        self._process.stdin.flush()
        answer = self._process.stdout.readline()
        if not answer:
            raise RuntimeError(f"{self._process.args!r} ended: see its last words above")
        return float(answer)


@contextmanager
def build(root: Path) -> Iterator[Build]:
    """Give the build in the folder `root`."""
    command = [sys.executable, "-P", "-c", _READER]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, stdin=pipe, stdout=pipe, text=True, env={**os.environ, "PYTHONPATH": str(root)}
    ) as process:
        try:
            yield Build(process)
        finally:
            process.kill()


@contextmanager
def installed(commit: str) -> Iterator[Path]:
    """Give a folder with the package of `commit` (CalledProcessError when there is no such one).

    It is installed there, since spaCy asks an installed package for its components.
    """
    git = ["git", "-C", str(ROOT), "worktree"]
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    with tempfile.TemporaryDirectory(prefix="earlier-") as folder:
        tree, place = Path(folder) / "tree", Path(folder) / "installed"
        subprocess.run([*git, "add", "--quiet", "--detach", str(tree), commit], check=True)
        try:
            subprocess.run([*pip, "--target", str(place), str(tree)], check=True)
            yield place
        finally:
            subprocess.run([*git, "remove", "--force", str(tree)], check=True)


def articles(path: Path) -> list[str]:
    """Return the texts of the articles in a folder or in an archive."""
    if path.is_dir():
        return [one.read_text(encoding="utf-8") for one in sorted(path.rglob("*.txt"))][:_MOST]
    options = Options()
    raw = (item for item in read(str(path), options) if isinstance(item, Raw))
    ready = (prepare(item, options) for item in raw)
    return list(islice((one.text for one in ready if isinstance(one, Source)), _MOST))


def beside(earlier: Build, now: Build, texts: list[str]) -> Iterator[str]:
    """Yield a line for each way of reading `texts`: both builds in turn, the median of all."""
    for way in _WAYS:
        costs = Cost(), Cost()
        for build in (earlier, now):
            build.seconds(way, texts[:8])
        for _ in range(_PAIRS):
            for build, cost in zip((earlier, now), costs, strict=True):
                cost.add(build.seconds(way, texts), len(texts))
        low, middle, high = costs[1].times(costs[0])
        each = "".join(f"{cost.each:>10.1f}" for cost in costs)
        yield f"{way:<20}{each}{middle:>8.2f}{f'{low:.2f}-{high:.2f}':>12}"


def main() -> int:
    """Print the table of each folder and archive."""
    if not sys.argv[1:]:
        print(__doc__, file=sys.stderr)
        return 2
    commit, *names = sys.argv[1:]
    with ExitStack() as stack:
        roots = (stack.enter_context(installed(commit)), ROOT)
        earlier, now = (stack.enter_context(build(root)) for root in roots)
        for path in [Path(name) for name in names] or OWN:
            texts = articles(path)
            print(f"{path}: {len(texts)} articles of {sum(map(len, texts)) / len(texts):,.0f}")
            print(f"{'CPU ms/article':<20}{commit[:8]:>10}{'now':>10}{'times':>8}{'pairs':>12}")
            for line in beside(earlier, now, texts):
                print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
