"""The built wheel works elsewhere: outside the checkout, and without any network."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SAMPLE = ROOT / "fixtures" / "jambi-smart-city-spbe.txt"
OFFLINE = """\
import socket, sys
def refuse(*_, **__):
    raise OSError("the network was asked for")
socket.socket.connect = socket.socket.connect_ex = socket.getaddrinfo = refuse
sys.path.insert(0, sys.argv[1])
import extractor
from extractor import cli
assert extractor.__file__.startswith(sys.argv[1]), extractor.__file__
sys.exit(cli.main(sys.argv[2:]))
"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel and unpack it where nothing of the checkout lies."""
    folder = tmp_path_factory.mktemp("wheel")
    pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder)]
    subprocess.run([*build, str(ROOT)], check=True, capture_output=True)
    (wheel,) = folder.glob("faktaberita-*.whl")
    site = folder / "site"
    install = ["install", "--no-deps", "--no-index", "--target", str(site), str(wheel)]
    subprocess.run([*pip, *install], check=True, capture_output=True)
    return site


def run(site: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    return subprocess.run(
        [sys.executable, "-c", OFFLINE, str(site), *arguments],
        cwd=site.parent,
        env=clean,
        capture_output=True,
        check=False,
        text=True,
    )


def test_it_carries_weights_lexicons_and_licences(installed: Path) -> None:
    package = installed / "extractor"
    assert (package / "tokenizer" / "id_news.pt").stat().st_size > 100_000
    links = (package / "links" / "links.json").read_bytes()
    assert links == (ROOT / "models" / "links.json").read_bytes()
    for data in (Path("lexicon"), Path("report", "assets")):
        in_checkout = {path.name for path in (ROOT / "extractor" / data).iterdir()}
        carried = {path.name for path in (package / data).iterdir()}
        assert in_checkout - {"__pycache__"} <= carried
    assert (package / "py.typed").is_file()
    assert len(list(installed.glob("faktaberita-*.dist-info/licenses/**/LICENSE"))) == 2


def test_it_writes_a_page(installed: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    done = run(installed, "view", str(SAMPLE), "-o", str(page))
    assert (done.returncode, done.stderr) == (0, "")
    assert "</html>" in page.read_text(encoding="utf-8")


def test_it_extracts_the_sample_without_a_network(installed: Path) -> None:
    done = run(installed, "extract", "--format", "json", "--published", "2025-01-04", str(SAMPLE))
    assert (done.returncode, done.stderr) == (0, "")
    (article,) = json.loads(done.stdout)
    found = {(score["subject"]["code"], score["value"]) for score in article["scores"]}
    assert {("15.71", 3.48), ("15.71", 4.32)} <= found
