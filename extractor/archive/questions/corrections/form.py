"""A fact in the few fields in which a correction tells it, and the record that it is.

A region is told by its code, an index by its id or any of its names, a subject by its code or name
(a locality as a mapping), a date by its period. All other fields are those of the record.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, Literal, get_args

from pydantic import ValidationError

from extractor.archive.questions.naming import COUNTRY, index_ids
from extractor.archive.schema import kinds
from extractor.lexicon.indices import catalogue
from extractor.lexicon.nearest import meant
from extractor.lexicon.region_codes import like_code
from extractor.lexicon.regions import gazetteer
from extractor.records import Evidence, Record, Subject
from extractor.records.period import check_period, days, shortest

Kind = Literal["regions", "indices", "scores", "ranks", "officials", "quotes", "dates"]
KINDS: tuple[Kind, ...] = get_args(Kind)
Data = Mapping[str, Any]
"""A fact as a correction tells it."""

RULE = "correction"
_HOW = ("rule", "confidence", "evidence")
_FIELDS: dict[Kind, tuple[str, ...]] = {
    "regions": ("code",),
    "indices": ("index",),
    "dates": ("text", "date"),
}
_SURE = 1.0
_GRANULARITY = {4: "year", 7: "month", 10: "day"}
_NOWHERE = (Evidence(start=0, end=1, text="."),)


class FieldError(ValueError):
    """A field of a fact cannot be what it says."""

    def __init__(self, field: str, reason: str) -> None:
        super().__init__(reason)
        self.field = field


def fields_of(kind: Kind) -> tuple[str, ...]:
    """Return the fields in which a correction tells a fact of `kind`."""
    own = (name for name in kinds()[kind].model_fields if name not in _HOW)
    return _FIELDS.get(kind) or tuple(own)


def told(kind: Kind, record: Any) -> dict[str, Any]:
    """Return `record` as a correction tells it: no field that goes without saying."""
    if kind == "regions":
        return {"code": record.code}
    if kind == "indices":
        return {"index": record.id}
    if kind == "dates":
        return {"text": record.text, "date": shortest(record.start, record.end)}
    stated = {}
    for name in fields_of(kind):
        value = getattr(record, name)
        if value is not None and value != type(record).model_fields[name].default:
            stated[name] = _told_subject(value) if isinstance(value, Subject) else value
    return stated


def made(kind: Kind, data: Data, evidence: Sequence[Evidence]) -> Record:
    """Return the record that `data` tells (raises FieldError, ValidationError)."""
    return kinds()[kind].model_validate({**_meant(kind, data), **_how(kind), "evidence": evidence})


def changed(kind: Kind, record: Record, data: Data, evidence: Sequence[Evidence]) -> Record:
    """Return `record` with the fields that `data` tells (raises FieldError, ValidationError)."""
    before = {name: getattr(record, name) for name in type(record).model_fields}
    now = {**before, **_meant(kind, data), **_how(kind), "evidence": evidence}
    return type(record).model_validate(now)


def sure(record: Record) -> Record:
    """Return `record` as one that a person has seen."""
    known = "confidence" in type(record).model_fields
    return record.model_copy(update={"confidence": _SURE}) if known else record


def problems(kind: Kind, data: Data) -> Iterator[tuple[str, str]]:
    """Yield the field and the reason of all that is wrong with `data`."""
    faulty = set()
    for name, value in data.items():
        if name not in fields_of(kind):
            known = fields_of(kind)
            perhaps = meant(str(name), [(one, one) for one in known])
            yield str(name), f"unknown key{perhaps or '; known are ' + ', '.join(known)}"
            faulty.add(name)
            continue
        try:
            _meant(kind, {name: value})
        except FieldError as error:
            yield error.field, str(error)
            faulty.add(name)
    left = {name: value for name, value in data.items() if name not in faulty}
    missing = [name for name in _FIELDS.get(kind, ()) if name not in data]
    for name in missing:
        yield name, "this key is required"
    if missing or (faulty and kind in _FIELDS):
        return
    try:
        made(kind, left, _NOWHERE)
    except ValidationError as error:
        for found in error.errors():
            field = str(found["loc"][0]) if found["loc"] else ""
            if field not in faulty and not (faulty and not field):
                yield field, _reason(found["type"], found["msg"], found["input"])


def _how(kind: Kind) -> dict[str, Any]:
    fields = kinds()[kind].model_fields
    return {k: v for k, v in (("rule", RULE), ("confidence", _SURE)) if k in fields}


def _reason(type: str, message: str, written: Any) -> str:
    message = message.removeprefix("Value error, ")
    if type == "missing":
        return "this key is required"
    if written is None:
        return "this cannot be null"
    if type == "string_type":
        return f'YAML reads {written} as no text; quote it: "{written}"'
    shown = f" (got {written})" if isinstance(written, str | int) else ""
    if type.startswith("decimal") and isinstance(written, str) and "," in written:
        return f"{message}{shown}; did you mean {written.replace('.', '').replace(',', '.')}?"
    return message if shown.strip(" ()").removeprefix("got ") in message else f"{message}{shown}"


def _meant(kind: Kind, data: Data) -> dict[str, Any]:
    """Return the fields of the record that those of `data` are (raises FieldError)."""
    found: dict[str, Any] = {}
    for name, value in data.items():
        read = _READERS.get((kind, name)) or _READERS.get((None, name))
        found |= read(value) if read is not None and value is not None else {name: value}
    return found


def _text(field: str, value: Any) -> str:
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise FieldError(field, f'YAML reads {value} as no text; quote it: "{value}"')


def _region(value: Any) -> dict[str, Any]:
    code = _text("code", value)
    region = gazetteer().regions.get(code)
    if region is None:
        raise FieldError("code", _no_region(code))
    return {
        "code": code,
        "name": region.name,
        "level": region.level,
        "province": region.province,
    }


def _no_region(code: str) -> str:
    return f"{code!r} is the code of no region{like_code(code, gazetteer().regions)}"


def _index(value: Any) -> dict[str, Any]:
    name = _text("index", value)
    id = index_ids(name)[0]
    entry = catalogue().get(id)
    called = {"name": entry.name, "acronym": entry.acronym or None} if entry else {"name": name}
    return {"id": id, **called}


def _index_id(value: Any) -> dict[str, Any]:
    return {"index": index_ids(_text("index", value))[0]}


def _date(value: Any) -> dict[str, Any]:
    period = _period("date")(value)["date"]
    start, end = days(period)
    granularity = _GRANULARITY[len(period.partition("/")[0])]
    return {"start": start, "end": end, "granularity": granularity}


def _period(field: str) -> Callable[[Any], dict[str, Any]]:
    def read(value: Any) -> dict[str, Any]:
        # A day without quotes is one to YAML, too.
        written = value.isoformat() if hasattr(value, "isoformat") else _text(field, value)
        try:
            return {field: check_period(written)}
        except ValueError as error:
            raise FieldError(field, f"{error}; write 2024, 2024-06 or 2024-06-30") from error

    return read


def _subject(value: Any) -> dict[str, Any]:
    if isinstance(value, Mapping):
        try:
            return {"subject": Subject.model_validate(value)}
        except ValidationError as error:
            first = error.errors()[0]
            place = ".".join(map(str, first["loc"]))
            reason = f"{place + ': ' if place else ''}{first['msg'].removeprefix('Value error, ')}"
            raise FieldError("subject", reason) from error
    name = _text("subject", value)
    regions = gazetteer().regions
    code = name if name in regions else _official_names().get(name.casefold())
    if code is not None:
        return {"subject": Subject(kind="region", code=code, name=regions[code].name)}
    if name == COUNTRY:
        return {"subject": Subject(kind="country", code=COUNTRY, name="Indonesia")}
    if name.replace(".", "").isdecimal():
        raise FieldError(
            "subject", f"{_no_region(name)}; a locality is {{kind: locality, code: …, name: …}}"
        )
    return {"subject": Subject(kind="organisation", name=name)}


@cache
def _official_names() -> dict[str, str]:
    return {region.name.casefold(): code for code, region in gazetteer().regions.items()}


def _told_subject(subject: Subject) -> str | dict[str, Any]:
    if subject.kind in ("region", "country") and subject.code:
        return subject.code
    try:
        plain = _subject(subject.name)["subject"] == subject
    except FieldError:
        plain = False
    return subject.name if plain else subject.model_dump(exclude_none=True)


_READERS: dict[tuple[Kind | None, str], Callable[[Any], dict[str, Any]]] = {
    ("regions", "code"): _region,
    ("indices", "index"): _index,
    ("dates", "date"): _date,
    ("quotes", "date"): _period("date"),
    (None, "index"): _index_id,
    (None, "period"): _period("period"),
    (None, "subject"): _subject,
}


def same(one: Data, other: Data) -> bool:
    """Tell whether two facts say the same; 4.32 and 4.320 do."""
    return _plain(one) == _plain(other)


def _plain(data: Data) -> dict[str, Any]:
    return {
        name: float(value) if isinstance(value, Decimal | int | float) else value
        for name, value in data.items()
        if value is not None
    }
