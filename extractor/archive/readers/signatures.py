"""What a file is by its first bytes, whatever its name says."""

from extractor.archive.items import DefectError

_PDF = "a PDF is not read; save its text first (pdftotext NAME.pdf NAME.txt)"
_OFFICE = "a document of an office program is not read; save it as text or HTML first"
_SHEET = "a table of an office program is not read; save it as CSV first"
_BOOK = "an electronic book is not read; save its text first"
_PICTURE = "a picture is not read; its words have to be typed or recognised first"
_DOCUMENTS = {
    ".pdf": _PDF,
    **dict.fromkeys((".doc", ".docx", ".odt", ".rtf", ".ppt", ".pptx", ".odp"), _OFFICE),
    **dict.fromkeys((".xls", ".xlsx", ".ods"), _SHEET),
    **dict.fromkeys((".epub", ".mobi"), _BOOK),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".webp", ".tif", ".tiff"), _PICTURE),
}
_SIGNATURES = {
    b"%PDF-": _PDF,
    b"PK\x03\x04": _OFFICE,
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": _OFFICE,
    b"{\\rtf": _OFFICE,
    b"\x89PNG\r\n": _PICTURE,
    b"\xff\xd8\xff": _PICTURE,
    b"GIF8": _PICTURE,
}
_BINARY = "no text: there are NUL bytes in it"
_PAGES = (b"<!doctype html", b"<html")
# How far a stray comment or a declaration may push the beginning of a page.
HEAD = 4096


def document_reason(suffix: str) -> str | None:
    """Return why files with `suffix` are no articles as they are; None if that is not known."""
    return _DOCUMENTS.get(suffix.lower())


def refuse_foreign(head: bytes) -> None:
    """Raise DefectError when a file that begins with `head` is no text."""
    for signature, reason in _SIGNATURES.items():
        if head.startswith(signature):
            raise DefectError("unknown-format", reason)
    refuse_binary(head)


def refuse_binary(content: bytes) -> None:
    """Raise DefectError when there are bytes in `content` that no text has."""
    if b"\0" in content:
        raise DefectError("binary", _BINARY)


def is_page(head: bytes) -> bool:
    """Tell whether a text that begins with `head` is an HTML page."""
    begun = head[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begun.startswith((b"<?xml", b"<!--")):
        return any(mark in begun for mark in _PAGES)
    return begun.startswith(_PAGES)


def kind_of_content(head: bytes) -> str:
    """Return the suffix that a file which begins with `head` would have: `.json`, `.txt`, …."""
    begun = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"PAR1"):
        return ".parquet"
    if begun.startswith(b"WARC/1."):
        return ".warc"
    if is_page(head):
        return ".html"
    if begun.startswith(b"["):
        return ".json" if begun[1:].lstrip()[:1] in (b"{", b"]") else ".txt"
    if begun.startswith(b"{"):
        first, _, rest = begun.partition(b"\n")
        many = first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{")
        return ".jsonl" if many else ".json"
    return ".txt"
