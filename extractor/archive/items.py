"""What a reader finds in a file: an article as it stands there, or why there is none."""

from dataclasses import dataclass
from typing import Literal, get_args

from extractor.archive.options import DateOrder

RejectCode = Literal[
    "bad-csv",
    "bad-json",
    "bad-parquet",
    "bad-warc",
    "binary",
    "bomb",
    "duplicate-id",
    "empty",
    "extraction-failed",
    "no-text",
    "not-indonesian",
    "not-utf8",
    "too-long",
    "truncated",
    "unknown-format",
    "unreadable",
    "worker-killed",
]
REJECT_CODES: tuple[str, ...] = get_args(RejectCode)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: the file, and the line.

    Of Parquet it is the row, of WARC the record, of a JSON array the entry. They count from 1;
    None means the file as a whole.
    """

    file: str
    line: int | None = None

    def __str__(self) -> str:
        return self.file if self.line is None else f"{self.file}:{self.line}"


@dataclass(frozen=True, slots=True)
class Raw:
    """An article as its file has it: nothing is checked or converted yet.

    `body` is the text, bytes where the file is the article; `published` is as it was written, and
    `date_order` says how its file writes days in numbers; `crawled` is when it was fetched.
    """

    place: Place
    id: str
    body: str | bytes
    is_html: bool = False
    title: str | None = None
    published: str | None = None
    url: str | None = None
    publisher: str | None = None
    date_order: DateOrder = "dmy"
    crawled: str | None = None


@dataclass(frozen=True, slots=True)
class Reject:
    """Something that did not become an article: where, which kind of defect, and a sentence."""

    place: Place
    code: RejectCode
    reason: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """Something in a file that is no article and no defect, by its kind: a request, an image."""

    place: Place
    kind: str


Item = Raw | Reject


class DefectError(Exception):
    """Raised where an article or a file cannot be read on; becomes a `Reject` with its place."""

    def __init__(self, code: RejectCode, reason: str) -> None:
        super().__init__(reason)
        self.code: RejectCode = code
        self.reason = reason

    def at(self, place: Place, id: str | None = None) -> Reject:
        """Return the reject that says so of `place`."""
        return Reject(place, self.code, self.reason, id)
