"""A run on the Ray cluster at the address that it is given, in a process of its own; not quick."""

import sys
import time
from pathlib import Path

from extractor.archive.engines.ray import RayEngine
from extractor.archive.run import run
from extractor.archive.tables import Result
from extractor.archive.work import Job
from extractor.errors import FaktaError
from tests.archive import fakes
from tests.archive.test_ray import OPTIONS
from tests.articles import PROVENANCE


class Slow(RayEngine):
    def wait(self) -> tuple[Job, Result | None]:
        time.sleep(0.5)
        return super().wait()


def main(address: str, out: str) -> int:
    def made() -> RayEngine:
        return Slow(2, fakes.quick, OPTIONS, address)

    try:
        run(["a.jsonl"], Path(out), made, PROVENANCE, OPTIONS, fakes.Silent())
    except FaktaError as error:
        sys.stderr.write(f"fakta: {error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
