"""WARC files as crawlers, tools and bad disks leave them, each with the pages that are in it."""

import base64
import gzip
import hashlib
import zlib
from collections.abc import Callable

import brotli
import zstandard

from tests.archive.makers import NEWS, gz, page

COUNT = 8
BAD = 3
"""The record of which something is wrong, counted from 0."""
PAGES = [page(f"{NEWS} {at}\r\n\r\n" * 12, f"Judul {at}") for at in range(COUNT)]
_CHUNKED = "Transfer-Encoding: chunked"
_ZSTD = zstandard.ZstdCompressor(write_checksum=True)


def http(body: bytes, *fields: str, status: str = "200 OK", end: str = "\r\n") -> bytes:
    """Return what a server sends."""
    lines = [f"HTTP/1.1 {status}", "Content-Type: text/html; charset=utf-8", *fields, "", ""]
    return end.join(lines).encode() + body


def record(
    block: bytes,
    at: int = 0,
    *,
    kind: str = "response",
    type: str = "application/http; msgtype=response",
    length: object = None,
    uri: str = "https://a.id/{}",
    fields: tuple[str, ...] = (),
    end: str = "\r\n",
    trailer: bytes = b"\r\n\r\n",
) -> bytes:
    """Return a WARC record; `length` is what it says of `block`, "" for nothing."""
    told = len(block) if length is None else length
    lines = [
        "WARC/1.0",
        f"WARC-Type: {kind}",
        f"WARC-Target-URI: {uri.format(at)}",
        "WARC-Date: 2024-01-06T00:00:00Z",
        *fields,
        f"Content-Type: {type}",
        *([f"Content-Length: {told}"] if told != "" else []),
    ]
    return (end.join(lines) + 2 * end).encode() + block + trailer


SOUND = [record(http(body), at) for at, body in enumerate(PAGES)]


def chunked(body: bytes, size: int = 700, end: bytes = b"0\r\n\r\n") -> bytes:
    pieces = [body[at : at + size] for at in range(0, len(body), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in pieces) + end


def damaged(content: bytes, at: float = 0.5) -> bytes:
    """Return `content` with four bytes changed, that part of the way in."""
    start = min(int(len(content) * at), len(content) - 4)
    changed = bytes(byte ^ 0x5A for byte in content[start : start + 4])
    return content[:start] + changed + content[start + 4 :]


def _sent(pack: Callable[[bytes], bytes], *fields: str) -> bytes:
    """Return a crawl whose every second page is sent by `pack` with `fields`."""
    return b"".join(
        record(http(pack(body), *fields), at) if at % 2 else SOUND[at]
        for at, body in enumerate(PAGES)
    )


def _one(bad: bytes) -> list[bytes]:
    return [*SOUND[:BAD], bad, *SOUND[BAD + 1 :]]


def _of(**told: object) -> bytes:
    return record(http(PAGES[BAD]), BAD, **told)  # type: ignore[arg-type]


def _members(records: list[bytes], pack: Callable[[bytes], bytes] = gz, at: float = -1) -> bytes:
    """Return `records` packed one by one; that of BAD is damaged, `at` that part of the way in."""
    packed = [pack(one) for one in records]
    if at >= 0:
        packed[BAD] = damaged(packed[BAD], at)
    return b"".join(packed)


def _as_is(body: bytes) -> bytes:
    return body


def _with_dictionary(pack: Callable[[bytes], bytes]) -> bytes:
    trained = zstandard.train_dictionary(2048, [body[at:] for body in PAGES for at in range(200)])
    first = pack(trained.as_bytes())
    frames = (zstandard.ZstdCompressor(dict_data=trained).compress(one) for one in SOUND)
    return b"\x5d\x2a\x4d\x18" + len(first).to_bytes(4, "little") + first + b"".join(frames)


def _deflated(body: bytes) -> bytes:
    return zlib.compress(body)[2:-4]


def _digest(block: bytes) -> str:
    digest = hashlib.sha1(block, usedforsecurity=False).digest()
    return f"WARC-Block-Digest: sha1:{base64.b32encode(digest).decode()}"


def _payload_digest(body: bytes) -> str:
    return f"WARC-Payload-Digest: sha-256:{hashlib.sha256(body).hexdigest()}"


WHOLE: dict[str, bytes] = {
    "plain.warc": b"".join(SOUND),
    "plain.warc.gz": _members(SOUND),
    "one-member.warc.gz": gz(b"".join(SOUND)),
    "unpacked.warc.gz": b"".join(SOUND),
    "packed.warc": _members(SOUND),
    "padded.warc.gz": _members(SOUND) + b"\0" * 5_000,
    "plain.warc.zst": _members(SOUND, _ZSTD.compress),
    "dictionary.warc.zst": _with_dictionary(_as_is),
    "packed-dictionary.warc.zst": _with_dictionary(_ZSTD.compress),
    "chunked.warc": _sent(chunked, _CHUNKED),
    "chunks-without-end.warc": _sent(lambda body: chunked(body, end=b""), _CHUNKED),
    "chunked-no-more.warc": _sent(_as_is, _CHUNKED),
    "gzip.warc": _sent(gzip.compress, "Content-Encoding: gzip"),
    "x-gzip.warc": _sent(gzip.compress, "Content-Encoding: x-gzip"),
    "gzip-in-chunks.warc": _sent(
        lambda body: chunked(gzip.compress(body), 50), "Content-Encoding: gzip", _CHUNKED
    ),
    "gzip-no-more-in-chunks.warc": _sent(gzip.compress, "Content-Encoding: gzip", _CHUNKED),
    "gzip-no-more.warc": _sent(_as_is, "Content-Encoding: gzip"),
    "br.warc": _sent(brotli.compress, "Content-Encoding: br"),
    "br-no-more.warc": _sent(_as_is, "Content-Encoding: br"),
    "deflate.warc": _sent(zlib.compress, "Content-Encoding: deflate"),
    "bare-deflate.warc": _sent(_deflated, "Content-Encoding: deflate"),
    "deflate-no-more.warc": _sent(_as_is, "Content-Encoding: deflate"),
    "zstd.warc": _sent(_ZSTD.compress, "Content-Encoding: zstd"),
    "zstd-no-more.warc": _sent(_as_is, "Content-Encoding: zstd"),
    "odd-coding.warc": _sent(_as_is, "Content-Encoding: UTF-8"),
    "length-far-up.warc": b"".join(_one(_of(length=99_999_999))),
    "length-up.warc": b"".join(_one(_of(length=len(http(PAGES[BAD])) + 40))),
    "length-over-the-next.warc": b"".join(_one(_of(length=2 * len(SOUND[BAD])))),
    "length-down.warc": b"".join(_one(_of(length=300))),
    "length-none.warc": b"".join(_one(_of(length=""))),
    "length-no-number.warc": b"".join(_one(_of(length="abc"))),
    "length-negative.warc": b"".join(_one(_of(length=-5))),
    "length-up.warc.gz": _members(_one(_of(length=99_999_999))),
    "length-up-last.warc": b"".join(
        [*SOUND[:-1], record(http(PAGES[-1]), COUNT - 1, length=10**9)]
    ),
    "length-down-with-digest.warc": b"".join(
        _one(_of(length=99, fields=(_payload_digest(PAGES[BAD]),)))
    ),
    "length-up-with-digest.warc": b"".join(
        _one(_of(length=99_999, fields=(_digest(http(PAGES[BAD])),)))
    ),
    "brackets.warc": b"".join(
        record(http(body), at, uri="<https://a.id/{}>") for at, body in enumerate(PAGES)
    ),
    "resources.warc": b"".join(
        record(body, at, kind="resource", type="text/html") for at, body in enumerate(PAGES)
    ),
    "lines-of-servers.warc": b"".join(
        record(http(body, end="\n"), at) for at, body in enumerate(PAGES)
    ),
    "lines.warc": b"".join(record(http(body), at, end="\n") for at, body in enumerate(PAGES)),
    "no-trailers.warc": b"".join(
        record(http(body), at, trailer=b"") for at, body in enumerate(PAGES)
    ),
    "long-trailers.warc": b"".join(
        record(http(body), at, trailer=b"\r\n" * 9) for at, body in enumerate(PAGES)
    ),
    "no-type.warc": b"".join(
        record(b"HTTP/1.1 200\r\nServer: x\r\n\r\n" + body, at) for at, body in enumerate(PAGES)
    ),
    "version-1.1.warc": b"".join(SOUND).replace(b"WARC/1.0", b"WARC/1.1"),
}
"""Crawls with all of PAGES in them."""


HURT: dict[str, tuple[bytes, str]] = {
    "member.warc.gz": (_members(SOUND, at=0.5), "unreadable"),
    "member-mark.warc.gz": (_members(SOUND, at=0), "unreadable"),
    "member-checksum.warc.gz": (_members(SOUND, at=0.98), "unreadable"),
    "member-cut.warc.gz": (
        _members(SOUND[:BAD]) + gz(SOUND[BAD])[:150] + _members(SOUND[BAD + 1 :]),
        "unreadable",
    ),
    "frame.warc.zst": (_members(SOUND, _ZSTD.compress, 0.5), "unreadable"),
    "mark.warc": (b"".join(_one(b"XARC" + SOUND[BAD][4:])), "bad-warc"),
    "kind.warc": (b"".join(_one(SOUND[BAD].replace(b"WARC-Type", b"WARC-\xff\xffpe"))), "bad-warc"),
    "head.warc": (b"".join(_one(SOUND[BAD][:60])), "bad-warc"),
    "gzip-page.warc": (
        b"".join(
            _one(record(http(damaged(gzip.compress(PAGES[BAD])), "Content-Encoding: gzip"), BAD))
        ),
        "bad-warc",
    ),
    "chunked-page.warc": (
        b"".join(
            _one(record(http(chunked(PAGES[BAD]).replace(b"\r\n", b"\r\nzz", 2), _CHUNKED), BAD))
        ),
        "bad-warc",
    ),
    "bytes-lost.warc": (
        b"".join(_one(_of(fields=(_digest(http(PAGES[BAD])),)))).replace(PAGES[BAD][-300:], b""),
        "bad-warc",
    ),
    "bytes-lost-for-the-server.warc": (
        b"".join(_one(record(http(PAGES[BAD], f"Content-Length: {len(PAGES[BAD])}"), BAD))).replace(
            PAGES[BAD][-300:], b""
        ),
        "bad-warc",
    ),
}
"""Crawls that have lost one page, that of BAD, and the reject that tells of it."""
