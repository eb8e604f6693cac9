"""Files in object storage by their address, `s3://bucket/key` or `gs://bucket/key`, through Arrow.

Credentials, region and endpoint are those that the storage's own tools take: environment
variables, profiles, the role of the machine. None stands in an address, as those are noted.
"""

import io
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, timedelta
from fnmatch import fnmatchcase
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from extractor.errors import InputError

if TYPE_CHECKING:
    from pyarrow import fs

_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")
_SCHEMES = ("s3", "gs", "gcs")
_MAGIC = re.compile(r"[*?\[]")
# Google's client asks again for a quarter of an hour by itself.
_GOOGLE_PATIENCE = timedelta(seconds=10)
_CAUSES = {
    "NO_SUCH_BUCKET": "no such bucket",
    "ACCESS_DENIED": "access denied",
    "INVALID_ACCESS_KEY_ID": "the credentials are refused",
    "SIGNATURE_DOES_NOT_MATCH": "the credentials are refused",
    "INVALID_CLIENT_TOKEN_ID": "the credentials are refused",
    "EXPIRED_TOKEN": "the credentials have expired",
    "PERMISSION_DENIED": "access denied",
    "UNAUTHENTICATED": "the credentials are refused",
    "OAUTH2": "no credentials",
}
_CREDENTIALS = (
    "; credentials come from the environment: AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, "
    "AWS_PROFILE, GOOGLE_APPLICATION_CREDENTIALS"
)
_CODE = re.compile(
    r"InvalidAccessKeyId|SignatureDoesNotMatch|ExpiredToken|OAuth2|UNAUTHENTICATED"
    r"|[A-Z]+(?:_[A-Z]+)+"
)
_REQUEST = re.compile(r"\s*\(Request ID: [^)]*\)")


def is_address(name: str) -> bool:
    """Tell whether `name` is an address, of whatever scheme, and not a path."""
    return _ADDRESS.match(name) is not None


def look(address: str) -> Literal["file", "folder"] | None:
    """Return what there is at `address`, None for nothing (raises InputError).

    A bucket that is not there or cannot be asked is an error.
    """
    system, path = _opened(address)
    with told(address):
        kind = system.get_file_info(path).type.name
        bucket = path.partition("/")[0]
        if kind == "NotFound" and system.get_file_info(bucket).type.name == "NotFound":
            raise InputError(f"{address}: no such bucket")
    kinds: dict[str, Literal["file", "folder"]] = {"File": "file", "Directory": "folder"}
    return kinds.get(kind)


def below(address: str) -> list[tuple[str, int]]:
    """Return address and size of each file below the folder `address`, in order (InputError)."""
    from pyarrow import fs

    system, path = _opened(address)
    with told(address):
        selector = fs.FileSelector(path, allow_not_found=True, recursive=True)
        found = [one for one in system.get_file_info(selector) if one.is_file]
    scheme = address.partition("://")[0]
    return sorted((f"{scheme}://{one.path}", one.size) for one in found)


def matching(pattern: str) -> list[str]:
    """Return the addresses that fit `pattern`, `**` for any folders, in order (InputError)."""
    scheme, _, rest = pattern.partition("://")
    parts = rest.split("/")
    magic = next((at for at, part in enumerate(parts) if _MAGIC.search(part)), len(parts))
    folder = f"{scheme}://{'/'.join(parts[:magic])}"
    if look(folder) != "folder":
        return []
    found = (name for name, _ in below(folder))
    return [name for name in found if _fits(name.partition("://")[2].split("/"), parts)]


def _fits(names: Sequence[str], parts: Sequence[str]) -> bool:
    if not parts or not names:
        return not parts and not names
    if parts[0] != "**":
        return fnmatchcase(names[0], parts[0]) and _fits(names[1:], parts[1:])
    if len(parts) == 1:
        return True
    return any(_fits(names[start:], parts[1:]) for start in range(len(names)))


def is_pattern(address: str) -> bool:
    """Tell whether there is more in `address` than a name."""
    return _MAGIC.search(address) is not None


def identity(address: str) -> tuple[int, str] | None:
    """Return the size of the file `address`, and what tells this content of it from another.

    That is its entity tag, else when it was written. None for one that is not there (InputError).
    """
    system, path = _opened(address)
    with told(address):
        info = system.get_file_info(path)
        if not info.is_file:
            return None
        with system.open_input_stream(path, compression=None) as stream:
            said = {key.lower(): value for key, value in _text(stream.metadata()).items()}
    tag = said.get("etag", "").strip('"')
    return info.size, tag or info.mtime.astimezone(UTC).isoformat()


def _text(metadata: dict[bytes | str, bytes | str] | None) -> dict[str, str]:
    def text(one: bytes | str) -> str:
        return one.decode("utf-8", "replace") if isinstance(one, bytes) else one

    return {text(key): text(value) for key, value in (metadata or {}).items()}


class Stored(io.RawIOBase):
    """The bytes of the file `address`.

    One that is not there is a FileNotFoundError. Whatever else fails is no fault of the file, and
    ends a run, which can be gone on with: it raises InputError.
    """

    def __init__(self, address: str) -> None:
        self._address = address
        self._at = 0
        system, path = _opened(address)
        with told(address):
            self._file: Any = system.open_input_file(path)
            self._size = int(self._file.size())

    def readable(self) -> bool:
        """Return True."""
        return True

    def seekable(self) -> bool:
        """Return True."""
        return True

    def tell(self) -> int:
        """Return how far into the file the next read is."""
        return self._at

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to `offset` and return it, from the beginning of the file."""
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._size}[whence]
        self._at = base + offset
        return self._at

    def readinto(self, buffer: "memoryview") -> int:  # type: ignore[override]
        """Read into `buffer` and return how many bytes (raises InputError)."""
        wanted = min(len(buffer), max(self._size - self._at, 0))
        if not wanted:
            return 0
        with told(self._address):
            data = self._file.read_at(wanted, self._at)
        if len(data) < wanted:
            raise InputError(f"{self._address}: shorter than it was; it changes while it is read")
        buffer[:wanted] = data
        self._at += wanted
        return wanted

    def close(self) -> None:
        """Let go of the file."""
        if not self.closed:
            self._file.close()
        super().close()


@contextmanager
def writing(address: str) -> "Iterator[fs.NativeFile]":
    """Yield a stream that becomes the file `address` when all went well (raises InputError)."""
    system, path = _opened(address)
    with told(address), system.open_output_stream(path, compression=None) as stream:
        yield stream


def content(address: str) -> bytes:
    """Return all of the file `address` (raises InputError, FileNotFoundError)."""
    with Stored(address) as file:
        return file.read()


def remove(address: str) -> None:
    """Remove the file `address` (raises InputError)."""
    system, path = _opened(address)
    with told(address):
        system.delete_file(path)


def _opened(address: str) -> "tuple[fs.FileSystem, str]":
    """Return the storage that `address` names, and the path in it (raises InputError)."""
    scheme, _, rest = address.partition("://")
    if scheme not in _SCHEMES:
        known = " and ".join(f"{one}://" for one in _SCHEMES[:2])
        raise InputError(f"{address}: only addresses of object storage are read, {known}")
    bucket = rest.partition("/")[0]
    if "@" in bucket:
        shown = f"{scheme}://…@{rest.partition('@')[2]}"
        raise InputError(f"{shown}: no credentials in an address, as it is noted{_CREDENTIALS}")
    if not bucket:
        raise InputError(f"{address}: names no bucket")
    if is_pattern(bucket):
        raise InputError(f"{address}: a pattern begins behind the bucket")
    with told(f"{scheme}://{bucket}"):
        return _system(scheme, bucket), rest.rstrip("/")


def forget() -> None:
    """Let the next address be opened with the environment as it is then."""
    _system.cache_clear()


@cache
def _system(scheme: str, bucket: str) -> "fs.FileSystem":
    from pyarrow import fs

    if scheme == "s3":
        system, _ = fs.FileSystem.from_uri(f"s3://{bucket}")
        return system
    return fs.GcsFileSystem(retry_time_limit=_GOOGLE_PATIENCE)


@contextmanager
def told(address: str) -> Iterator[None]:
    """Turn what goes wrong at `address` into an InputError; what is not there stays an OSError."""
    import pyarrow as pa

    try:
        yield
    except FileNotFoundError as error:
        raise FileNotFoundError(error.errno, "no such file", address) from error
    except (OSError, pa.ArrowException, ValueError) as error:
        raise InputError(f"{address}: {_cause(error)}") from error


def _cause(error: Exception) -> str:
    """Return why storage does not answer, in a few words; its own where none are known."""
    said = " ".join(_REQUEST.sub("", str(error)).split())
    for code in _CODE.findall(said):
        name = re.sub(r"(?<=[a-z])(?=[A-Z])", "_", code).upper().replace("O_AUTH", "OAUTH")
        if cause := _CAUSES.get(name):
            return f"{cause}{_CREDENTIALS}" if cause != "no such bucket" else cause
    if "NETWORK_CONNECTION" in said or "curlCode" in said:
        return f"no connection ({said.rpartition('; ')[2].removeprefix('Details: ')[:150]})"
    return said[:300]
