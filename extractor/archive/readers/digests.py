"""Whether a record whose length is off has all its bytes: by its digests, else by the server."""

import base64
import binascii
import hashlib

from fastwarc.warc import HeaderMap

_KNOWN = ("sha1", "sha256", "sha512", "md5")


def is_whole(head: HeaderMap, block: bytes, sent: HeaderMap | None, body: bytes) -> bool:
    """Tell whether nothing says that `block`, or the `body` in it, has lost bytes."""
    for name, content in (("WARC-Block-Digest", block), ("WARC-Payload-Digest", body)):
        told = _told(head.get(name) or "")
        if told is not None:
            algorithm, digest = told
            return hashlib.new(algorithm, content, usedforsecurity=False).digest() == digest
    length = ((sent.get("Content-Length") if sent else None) or "").strip()
    return not length.isdecimal() or int(length) == len(body)


def _told(text: str) -> tuple[str, bytes] | None:
    """Return the algorithm and the digest in `text`: `sha1:` and its 32 letters, or hexadecimal."""
    algorithm, _, digest = text.strip().partition(":")
    algorithm = algorithm.lower().replace("-", "")
    if algorithm not in _KNOWN:
        return None
    size = hashlib.new(algorithm, usedforsecurity=False).digest_size
    try:
        if len(digest) == 2 * size:
            return algorithm, bytes.fromhex(digest)
        padded = digest.upper() + "=" * (-len(digest) % 8)
        return algorithm, base64.b32decode(padded)
    except (ValueError, binascii.Error):
        return None
