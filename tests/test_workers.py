"""Worker processes, by themselves."""

import os
import subprocess
import sys
from pathlib import Path

_STARTS_ONE = """
import multiprocessing, signal
from extractor.workers import deaf

if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process(target=print)
    with deaf():
        process.start()
        inside = signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ())
    process.join()
    print(inside, signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, ()))
"""


def test_the_first_process_a_run_starts_is_deaf_to_ctrl_c_too(tmp_path: Path) -> None:
    """Python's resource tracker, started with it, would unblock the signal before it."""
    script = tmp_path / "starts_one.py"
    script.write_text(_STARTS_ONE, encoding="utf-8")
    told = subprocess.run(
        [sys.executable, script],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert told.stdout.split() == ["True", "False"]
