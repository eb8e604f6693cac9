"""An S3 server of this machine for the tests: moto's, from an environment of its own."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import Request, urlopen

from pyarrow import fs

# Its pins do not go with ours: `make` sets it up beside the other one.
_BIN = Path(__file__).parent.parent.parent / ".venv-s3" / "bin"
SERVER = shutil.which("moto_server", path=f"{_BIN}{os.pathsep}{os.environ.get('PATH', '')}")
_SECONDS = 30


@contextmanager
def serving() -> Iterator[str]:
    """Yield the address where a new server answers."""
    assert SERVER is not None
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    server = subprocess.Popen([SERVER, "-H", "127.0.0.1", "-p", str(port)], **quiet)  # type: ignore[call-overload]
    address = f"http://127.0.0.1:{port}"
    try:
        _wait(address)
        yield address
    finally:
        server.kill()
        server.wait()


def _wait(address: str) -> None:
    until = time.monotonic() + _SECONDS
    while time.monotonic() < until:
        try:
            urlopen(f"{address}/moto-api/data.json", timeout=1).close()
        except (URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(f"no S3 server within {_SECONDS} seconds")


def asks_for_credentials(address: str, yes: bool) -> None:
    """Let the server at `address` refuse keys that it has not given out, or take any."""
    allowed = b"0" if yes else b"inf"
    plain = {"Content-Type": "application/octet-stream"}
    urlopen(Request(f"{address}/moto-api/reset-auth", allowed, plain, method="POST")).close()


class Bucket:
    """A bucket to put files into, and to look what is in it."""

    def __init__(self, address: str, name: str) -> None:
        self.name = name
        self._system = fs.S3FileSystem(
            endpoint_override=address,
            access_key="test",
            secret_key="test",
            region="us-east-1",
            allow_bucket_creation=True,
        )
        self._system.create_dir(name)

    def put(self, key: str, content: bytes) -> str:
        """Write the file `key`, and return its address."""
        with self._system.open_output_stream(f"{self.name}/{key}", compression=None) as stream:
            stream.write(content)
        return f"s3://{self.name}/{key}"

    def get(self, key: str) -> bytes:
        """Return the content of the file `key`."""
        with self._system.open_input_file(f"{self.name}/{key}") as file:
            content: bytes = file.read()
        return content

    def remove(self, key: str) -> None:
        """Remove the file `key`."""
        self._system.delete_file(f"{self.name}/{key}")

    def names(self, folder: str) -> set[str]:
        """Return the names of the files in `folder`."""
        found = self._system.get_file_info(fs.FileSelector(f"{self.name}/{folder}"))
        return {one.base_name for one in found}
