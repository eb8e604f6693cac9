"""WARC, the format of web crawls such as Common Crawl's news: one page a response."""

from collections.abc import Iterator
from pathlib import Path

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from extractor.archive.items import DefectError, Item, Place, Raw
from extractor.archive.options import Options
from extractor.archive.streams import opened

_HTML = ("text/html", "application/xhtml+xml")
_FINE = 200


def read_warc(name: str, options: Options) -> Iterator[Item]:
    """Yield the pages of the file `name`; damage ends it there (raises DefectError).

    Requests, redirects, images and the like are no pages and pass without a word. The number of
    an item counts all records.
    """
    with opened(Path(name), options) as (_, capped):
        number = 0
        try:
            # What a payload is packed in is undone by the library, up to what the cap takes.
            records = ArchiveIterator(capped, stream_detect=False, auto_decode="all")
            for record in records:
                number += 1
                if (item := _item(record, Place(name, number), options)) is not None:
                    yield item
        except OSError as error:
            yield DefectError("bad-warc", f"not WARC: {error}").at(Place(name, number + 1))
        except DefectError as defect:
            yield defect.at(Place(name, number + 1))
        else:
            if not number:
                raise DefectError("empty", "there is no record in it")


def _item(record: WarcRecord, place: Place, options: Options) -> Item | None:
    if record.content_length == 0 and record.headers.get("Content-Length") is None:
        return DefectError("truncated", "the record ends in its head").at(place)
    if record.record_type != WarcRecordType.response or not record.is_http:
        return None
    status = record.http_headers.status_code if record.is_http_parsed else None
    if status != _FINE or (record.http_content_type or "").lower() not in _HTML:
        return None
    url = record.headers.get("WARC-Target-URI")
    id = url or record.headers.get("WARC-Record-ID") or str(place)
    if record.content_length > options.max_bytes:
        return DefectError("too-long", f"a page of more than {options.max_bytes} bytes").at(
            place, id
        )
    body = record.reader.read(options.max_bytes + 1)
    packed = record.http_headers.get("Content-Encoding") or record.http_headers.get(
        "Transfer-Encoding"
    )
    if not packed and len(body) < record.content_length:
        return DefectError("truncated", "the file ends in the middle of the page").at(place, id)
    if len(body) > options.max_bytes:
        return DefectError("too-long", f"a page of more than {options.max_bytes} bytes").at(
            place, id
        )
    return Raw(place, id, body, is_html=True, url=url)
