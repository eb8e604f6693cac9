import json
import re
import signal
import socket
import subprocess
import sys
from urllib.request import Request, urlopen

import pytest

from extractor import cli
from tests import articles as a


@pytest.mark.slow
def test_the_command_serves_until_it_is_interrupted() -> None:
    command = [sys.executable, "-m", "extractor.cli", "serve", "--port", "0"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stderr is not None
        assert process.stdout is not None
        lines = iter(process.stderr.readline, "")
        found = (re.search(r"running on (http://127\.0\.0\.1:\d+)", line) for line in lines)
        address = next(match[1] for match in found if match)
        sent = json.dumps({"text": a.TEXT, "published": "2025-01-04"}).encode()
        asked = Request(f"{address}/articles", sent, {"Content-Type": "application/json"})
        with urlopen(asked) as answer:
            article = json.load(answer)
        with urlopen(f"{address}/health") as answer:
            health = json.load(answer)
        with urlopen(f"{address}/ready") as answer:
            ready = json.load(answer)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=30)
    assert [score["value"] for score in article["scores"]] == [4.32]
    assert health == {"status": "ok", "provenance": article["provenance"]}
    assert ready == {"status": "ready"}
    assert (process.returncode, out) == (0, "")
    assert "Traceback" not in err


def test_without_the_extra_it_tells_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    assert cli.main(["serve"]) == 1
    expected = "fakta: uvicorn is not installed; run: pip install 'faktaberita[serve]'\n"
    assert capsys.readouterr().err == expected


def test_a_used_port_is_told_before_anything_is_loaded(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert cli.main(["serve", "--port", str(port)]) == 1
    assert capsys.readouterr().err == (
        f"fakta: port {port} of 127.0.0.1 is used by another program; name another one: "
        f"--port {port + 1}, or 0 for any that is free\n"
    )
    assert cli.main(["serve", "--host", "no.such.host.invalid"]) == 1
    assert capsys.readouterr().err.startswith("fakta: no.such.host.invalid, port 8000: ")


@pytest.mark.parametrize("limit", [["--seconds", "0"], ["--max-bytes", "-5"], ["--workers", "no"]])
def test_limits_are_above_nothing(limit: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        cli.main(["serve", *limit])
    assert stopped.value.code == 2
    assert limit[0] in capsys.readouterr().err
