"""WARC, the format of web crawls such as Common Crawl's news: one page a record."""

import re
from collections.abc import Iterator
from itertools import chain

from fastwarc.warc import HeaderMap

from extractor.archive.items import DefectError, Item, Passed, Place, Raw
from extractor.archive.options import Options
from extractor.archive.readers.digests import is_whole
from extractor.archive.readers.frames import Frame, frames, split_head
from extractor.archive.readers.payload import looks_like_page, unpacked
from extractor.archive.streams import opened

_PAGES = ("response", "resource", "conversion")
_OTHERS = ("warcinfo", "request", "metadata", "revisit", "continuation")
_HTML = ("text/html", "application/xhtml+xml")
_TEXT = "text/plain"
_FINE = "200"
_TYPE = re.compile(r"[\w.+-]{1,40}/[\w.+-]{1,60}")
_STATUS = re.compile(rb"[A-Za-z]+(?:/[\d.]+)? +\d{3}\b")


def read_warc(name: str, options: Options) -> Iterator[Item | Passed]:
    """Yield the pages of the file `name`; after damage it goes on with the next record.

    They are responses, resources and the texts of a WET file; what else there is is passed over,
    and told. The number of an item counts all records, and each stretch of damage as one.
    Raises DefectError.
    """
    with opened(name, options) as stream:
        found = frames(stream, options)
        first, second = next(found), next(found, None)
        if isinstance(first, DefectError) and second is None:
            raise first
        records = chain((first,), (second,) if second else (), found)
        for number, record in enumerate(records, 1):
            place = Place(name, number)
            if isinstance(record, DefectError):
                yield record.at(place)
            else:
                yield _item(record, place, options)


def _item(record: Frame, place: Place, options: Options) -> Item | Passed:
    kind = (record.head.get("WARC-Type") or "").strip().lower()
    if not kind:
        return DefectError("bad-warc", "the record does not say what it is").at(place)
    if kind not in _PAGES:
        return Passed(place, kind if kind in _OTHERS else "unknown record")
    url = _unbracketed(record.head.get("WARC-Target-URI"))
    id = url or _unbracketed(record.head.get("WARC-Record-ID")) or str(place)
    sent, body = _opened(record)
    type = _type(record.head, sent, body)
    status = ((sent.status_line or "").split() or [""])[1:2] if sent else [_FINE]
    is_text = kind == "conversion" and type == _TEXT
    if status and status != [_FINE]:
        return Passed(place, f"response {status[0]}")
    if (status and type not in _HTML and not is_text) and (body or not record.defect):
        return Passed(place, type or "no type")
    try:
        if record.defect:
            raise record.defect
        if record.is_mended and not is_whole(record.head, record.block, sent, body):
            raise DefectError("bad-warc", "bytes of the record are missing, wrong or too many")
        content = unpacked(body, sent or record.head, options.max_bytes)
    except DefectError as defect:
        return defect.at(place, id)
    crawled = record.head.get("WARC-Date")
    return Raw(place, id, content, is_html=not is_text, url=url, crawled=crawled)


def _opened(record: Frame) -> tuple[HeaderMap | None, bytes]:
    """Return the head that a server sent and the body, or no head and the block."""
    if not _STATUS.match(record.block):
        return None, record.block
    try:
        return split_head(record.block)
    except OSError:
        return None, record.block


def _type(head: HeaderMap, sent: HeaderMap | None, body: bytes) -> str:
    """Return the media type of `body`: as the server says, else the crawler, else its beginning."""
    said = sent.get("Content-Type") if sent else head.get("Content-Type")
    for told in (said, head.get("WARC-Identified-Payload-Type")):
        found = _TYPE.match((told or "").strip())
        if found and not found[0].lower().startswith("application/http"):
            return found[0].lower()
    return _HTML[0] if looks_like_page(body) else ""


def _unbracketed(address: str | None) -> str | None:
    """Return `address` without the brackets that a grammar of the standard put around it."""
    bare = (address or "").strip()
    if bare.startswith("<") and bare.endswith(">"):
        bare = bare[1:-1].strip()
    return bare or None
