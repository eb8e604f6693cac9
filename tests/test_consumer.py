"""A program that uses the package is clean to type checkers, and an image has what it needs."""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
CONSUMER = ROOT / "tests" / "consumer.py"


def test_mypy_strict_finds_nothing(tmp_path: Path) -> None:
    shutil.copy(CONSUMER, tmp_path)
    (tmp_path / "mypy.ini").write_text("[mypy]\n", encoding="utf-8")
    command = [sys.executable, "-m", "mypy", "--strict", "consumer.py"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout == "Success: no issues found in 1 source file\n", done.stdout + done.stderr


def test_pyright_finds_nothing(tmp_path: Path) -> None:
    shutil.copy(CONSUMER, tmp_path)
    # As pyright does it; basedpyright, which carries what it runs on, says more by default.
    mode = {"typeCheckingMode": "standard"}
    config = {"include": ["consumer.py"], "extraPaths": [str(ROOT)], **mode}
    (tmp_path / "pyrightconfig.json").write_text(json.dumps(config), encoding="utf-8")
    command = [str(BIN / "basedpyright"), "--pythonpath", sys.executable]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "0 errors, 0 warnings" in done.stdout


def test_hadolint_finds_nothing_in_the_dockerfile() -> None:
    command = [str(BIN / "hadolint"), str(ROOT / "Dockerfile")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (0, "")


def test_an_image_gets_all_that_the_package_is_built_from() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    needed = {"pyproject.toml", "constraints.txt", project["project"]["readme"]}
    needed |= {*wheel["packages"], *project["project"]["license-files"], *wheel["force-include"]}
    lines = (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines()
    copied = {name for line in lines if line.startswith("COPY ") for name in line.split()[1:-1]}
    let_in = re.findall(r"^!(.*)", (ROOT / ".dockerignore").read_text(encoding="utf-8"), re.M)
    assert copied == set(let_in)
    assert [name for name in copied if not (ROOT / name).exists()] == []
    assert [name for name in needed if name.partition("/")[0] not in copied] == []
