"""Bytes of the formats that an archive may have."""

import gzip
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import zstandard

NEWS = "Kota Jambi meraih indeks SPBE 4,32 pada 2024 dan itu baik sekali untuk semua warga kota."


def page(text: str = NEWS, title: str = "Judul", day: str = "2024-01-05") -> bytes:
    """Return an HTML page with the paragraphs of `text`."""
    paragraphs = "".join(f"<p>{line}</p>" for line in text.split("\n") if line.strip())
    return (
        f"<html><head><title>{title}</title>"
        f'<meta property="article:published_time" content="{day}T10:00:00+07:00">'
        '<meta property="og:site_name" content="Harian Contoh"></head>'
        f"<body><nav>Beranda</nav><article><h1>{title}</h1>{paragraphs}</article></body></html>"
    ).encode()


def warc_record(
    body: bytes,
    url: str,
    *,
    status: str = "200 OK",
    content_type: str = "text/html; charset=utf-8",
    encoding: str = "",
) -> bytes:
    """Return a WARC response with `body`."""
    packed = f"Content-Encoding: {encoding}\r\n" if encoding else ""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {content_type}\r\n{packed}"
    http = f"{head}Content-Length: {len(body)}\r\n\r\n".encode() + body
    return (
        (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\n"
            f"WARC-Date: 2024-01-06T00:00:00Z\r\nWARC-Target-URI: {url}\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(http)}\r\n\r\n"
        ).encode()
        + http
        + b"\r\n\r\n"
    )


def json_lines(rows: Iterable[Mapping[str, Any]]) -> bytes:
    return b"".join(json.dumps(row, ensure_ascii=False).encode() + b"\n" for row in rows)


def parquet(columns: Mapping[str, Any]) -> bytes:
    sink = io.BytesIO()
    pq.write_table(pa.table(dict(columns)), sink)
    return sink.getvalue()


def zst(content: bytes) -> bytes:
    return zstandard.ZstdCompressor().compress(content)


def gz(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)
