"""What completes the command in a shell, and the ways to call it."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from extractor import cli

ASKED = {
    ("fakta", "sco"): "scores",
    ("fakta", "scores", "--bet"): "--between",
    ("fakta", "diff", "--format", "ht"): "html",
    ("fakta", "batch", "beri"): "berita.jsonl",
}


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_bash_completes_commands_options_choices_and_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["completion", "bash"]) == 0
    (tmp_path / "fakta.bash").write_text(capsys.readouterr().out, encoding="utf-8")
    (tmp_path / "berita.jsonl").touch()
    for words, found in ASKED.items():
        script = (
            f"source ./fakta.bash; COMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}; "
            '_shtab_fakta; echo "${COMPREPLY[@]}"'
        )
        done = subprocess.run(
            ["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        assert done.stdout.split() == [found]


@pytest.mark.parametrize("shell", ["zsh", "tcsh"])
def test_other_shells_have_theirs(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["completion", shell]) == 0
    assert "scores" in capsys.readouterr().out


def test_the_package_can_be_run() -> None:
    command = [sys.executable, "-m", "extractor", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("fakta ")
