"""`corrections.yaml`: what it may hold. Every error names the file, the line and the reason."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import Field, StringConstraints, TypeAdapter, ValidationError

from extractor.archive.questions.corrections.form import Data, Kind, problems, same
from extractor.errors import InputError
from extractor.lexicon.nearest import meant
from extractor.records.base import Name, Record
from extractor.yaml_lines import Document, Problem, UnreadableError, read_document

Mark = Literal["accepted", "corrected", "added"]
"""What a correction made of a row that is asked."""
ACCEPTED: Final = "accepted"
DELETED: Final = "deleted"
_DIGITS = 16
_AT = re.compile(r"(\d+)-(\d+)")
Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Correction:
    """What an article states of a kind, by somebody who has read it.

    `digest` is that of the text it was made on, `at` where its evidence stands there. `was` is the
    record that it concerns, None for one that is added; `becomes` the fields that are otherwise,
    or `accepted`, or `deleted`. `line` is where it stands in its file.
    """

    article: str
    digest: str
    kind: Kind
    at: Spans
    was: Data | None
    becomes: Data | Literal["accepted", "deleted"]
    line: int = 0

    @property
    def fact(self) -> Data:
        """What the article states by this, unless it is deleted."""
        return {**(self.was or {}), **(self.changes or {})}

    @property
    def changes(self) -> Data | None:
        """The fields that are otherwise; None when none is."""
        return None if isinstance(self.becomes, str) else self.becomes

    @property
    def mark(self) -> Mark:
        """What it makes of a row."""
        if self.was is None:
            return "added"
        return "accepted" if self.changes is None else "corrected"


class _Entry(Record):
    article: Name
    text: Annotated[str, StringConstraints(pattern=rf"^[0-9a-f]{{{_DIGITS}}}$")]
    kind: Kind
    at: Annotated[tuple[str, ...], Field(min_length=1)]
    was: dict[str, Any] | None = None
    becomes: Any


_ENTRY = TypeAdapter(_Entry)
_REMEDIES = {
    "text": "the first 16 hexadecimal digits of the SHA-256 of the article's text",
    "at": "places as [24-28, 11-15]: characters from 0, the second behind the last",
}


def digest_of(text: str) -> str:
    """Return what tells the text of an article from another."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def load_corrections(path: Path) -> list[Correction]:
    """Return the corrections in the file `path` (raises InputError, a line for each fault)."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"{path}:1: not UTF-8 at byte {error.start}") from error
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    return parse_corrections(text, str(path))


def parse_corrections(text: str, name: str) -> list[Correction]:
    """Return the corrections that `text` writes down; `name` stands for the file in errors.

    Raises InputError with a line `name:line: reason` for each fault.
    """
    try:
        document = read_document(text)
    except UnreadableError as error:
        raise InputError(f"{name}:{error.problem.line}: {error.problem.reason}") from error
    content = document.content if document.content is not None else []
    if not isinstance(content, list):
        raise InputError(f"{name}:1: corrections are a list; each begins with `- article: …`")
    found: list[Correction] = []
    faults = list(document.problems)
    for at, entry in enumerate(content):
        told = list(_faults(entry))
        faults += (_problem(document, at, place, reason) for place, reason in told)
        if not told:
            found.append(_correction(entry, document.line((at,))))
    faults += _twice(found)
    if faults:
        lines = (f"{name}:{fault.line}: {fault.reason}" for fault in sorted(set(faults)))
        raise InputError("\n".join(lines))
    return found


def _problem(document: Document, at: int, place: tuple[str | int, ...], reason: str) -> Problem:
    shown = ".".join(map(str, place))
    return Problem(document.line((at, *place)), f"{shown}: {reason}" if shown else reason)


def _faults(entry: Any) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield where and why `entry` is no correction."""
    if not isinstance(entry, Mapping):
        yield (), "a correction is a mapping with article, text, kind, at, was and becomes"
        return
    wrong: set[str | int] = set()
    try:
        _ENTRY.validate_python(entry)
    except ValidationError as error:
        for found in error.errors():
            wrong.add(found["loc"][0])
            yield found["loc"], _reason(found["loc"], found["type"], found["msg"], found["input"])
    if "at" not in wrong:
        for number, span in enumerate(entry["at"]):
            match = _AT.fullmatch(span)
            if match is None or int(match[1]) >= int(match[2]):
                yield ("at", number), f"{span!r} is no place; {_REMEDIES['at']}"
    if not wrong & {"kind", "was", "becomes"}:
        yield from _faults_of_fact(entry["kind"], entry.get("was"), entry["becomes"])


def _faults_of_fact(
    kind: Kind, was: Data | None, becomes: Any
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    wrong = list(problems(kind, was)) if was is not None else []
    yield from ((("was", field) if field else ("was",), reason) for field, reason in wrong)
    if becomes in (ACCEPTED, DELETED):
        if was is None:
            yield ("becomes",), f"what is {becomes} is told under `was`"
        return
    if not isinstance(becomes, Mapping):
        yield ("becomes",), f"{becomes!r} is none of accepted, deleted, or {{FIELD: VALUE, …}}"
        return
    if not becomes or (was is not None and same({**was, **becomes}, was)):
        yield ("becomes",), "changes nothing; write accepted if the record is right"
        return
    if not wrong:
        for field, reason in problems(kind, {**(was or {}), **becomes}):
            yield ("becomes", field) if field else ("becomes",), reason


def _reason(place: tuple[str | int, ...], type: str, message: str, written: Any) -> str:
    key = str(place[0])
    if type == "extra_forbidden":
        known = [(name, name) for name in _Entry.model_fields]
        return f"unknown key{meant(key, known) or '; known are ' + ', '.join(_Entry.model_fields)}"
    if type == "missing":
        return "this key is required"
    if key in _REMEDIES:
        return f"{written!r} is not that; it is {_REMEDIES[key]}"
    if type == "string_type":
        return f'YAML reads {written} as no text; quote it: "{written}"'
    return f"{message} (got {written})"


def _correction(entry: Mapping[str, Any], line: int) -> Correction:
    spans = (_AT.fullmatch(span) for span in entry["at"])
    return Correction(
        article=entry["article"].strip(),
        digest=entry["text"],
        kind=entry["kind"],
        at=tuple((int(match[1]), int(match[2])) for match in spans if match),
        was=entry.get("was"),
        becomes=entry["becomes"],
        line=line,
    )


def _twice(found: list[Correction]) -> Iterator[Problem]:
    """Yield a fault for each correction of what another one is about."""
    seen: dict[tuple[str, str, str, Spans], list[Correction]] = {}
    for one in found:
        others = seen.setdefault((one.article, one.digest, one.kind, one.at), [])
        for other in others:
            if same(one.was or one.fact, other.was or other.fact):
                reason = f"this {one.kind} record is told on line {other.line} already"
                yield Problem(one.line, f"{reason}; keep one of the two")
        others.append(one)
