#!/bin/sh
# FastWARC reads a gzip page that breaks off as a shorter page, without a word; pages in chunks, in
# Brotli or in Zstandard that break off raise OSError.
#
# FastWARC 2.0.1, ArchiveIterator(auto_decode="all"). Whoever counts on an error to find pages that
# are cut (crawlers stop at a size, connections end early) finds those of three codings out of four.
# Seen: "gzip 6223 of 12247 bytes: 40854 of 83890, no error", the others "OSError".
# Fails when any of the four behaves in another way.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/env"
"$folder/env/bin/pip" install --quiet fastwarc==2.0.1 brotli==1.2.1 zstandard==0.25.0
"$folder/env/bin/python" - <<'PYTHON'
import gzip
import io
import sys

import brotli
import zstandard
from fastwarc.warc import ArchiveIterator

BODY = b"".join(b"<p>line %d</p>\n" % number for number in range(5000))
CHUNKS = b"".join(b"3e8\r\n" + BODY[at : at + 1000] + b"\r\n" for at in range(0, 80000, 1000))


def record(payload, field):
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n" + field + b"\r\n\r\n" + payload
    return (
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\n"
        b"Content-Type: application/http; msgtype=response\r\n"
        b"Content-Length: %d\r\n\r\n" % len(http)
    ) + http + b"\r\n\r\n"


packed = {
    "gzip": (gzip.compress(BODY, mtime=0), b"Content-Encoding: gzip"),
    "br": (brotli.compress(BODY), b"Content-Encoding: br"),
    "zstd": (zstandard.compress(BODY), b"Content-Encoding: zstd"),
    "chunked": (CHUNKS, b"Transfer-Encoding: chunked"),
}
seen = {}
for coding, (whole, field) in packed.items():
    # Not at the border of two chunks: there it could be the end.
    half = whole[: len(whole) // 2 + 100]
    try:
        found = next(iter(ArchiveIterator(io.BytesIO(record(half, field)), auto_decode="all")))
        content = found.reader.read()
        seen[coding] = "no error" if BODY.startswith(content) else "other content"
        said = f"{len(content)} of {len(BODY)}, {seen[coding]}"
    except OSError as error:
        seen[coding] = "OSError"
        said = f"OSError: {error}"
    print(f"{coding} {len(half)} of {len(whole)} bytes: {said}")
expected = {"gzip": "no error", "br": "OSError", "zstd": "OSError", "chunked": "OSError"}
sys.exit(seen != expected)
PYTHON
