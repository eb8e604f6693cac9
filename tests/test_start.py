"""What it costs to start and to stay: processor time and memory, each in a process of its own."""

import subprocess
import sys
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent.parent / "fixtures"
IMPORT = """
import time; begun = time.process_time()
import extractor
print(time.process_time() - begun)
"""
LOAD = """
import time, torch, spacy, stanza.models.tokenization.trainer
import extractor
begun = time.process_time()
extractor.load()
print(time.process_time() - begun)
"""
MEMORY = r"""
import re, sys
from pathlib import Path
import extractor
texts = [path.read_text(encoding="utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))]
ex = extractor.load()
read = 0
for _ in range(3):
    read += sum(1 for _ in ex.extract_many(texts))
assert read == 3 * len(texts)
# Not ru_maxrss: that goes on with the peak of the process that started this one.
status = Path("/proc/self/status").read_text()
print(int(re.search(r"VmHWM:\s*(\d+) kB", status)[1]) / 1024)
"""


def figure(code: str) -> float:
    command = [sys.executable, "-c", code, str(FIXTURES)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def test_importing_the_package_takes_less_than_half_a_second() -> None:
    assert figure(IMPORT) < 0.5


def test_loading_takes_less_than_three_seconds_besides_torch_and_spacy() -> None:
    assert figure(LOAD) < 3


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from /proc")
def test_an_extractor_at_work_holds_less_than_700_megabytes() -> None:
    assert figure(MEMORY) < 700
