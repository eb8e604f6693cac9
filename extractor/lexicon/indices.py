"""The catalogue of indices, evaluations and graded awards: names, scales, grades, aspects."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator

from extractor.errors import LexiconError
from extractor.lexicon.own import own_words
from extractor.lexicon.resource import read_yaml

FILE = "indices.yaml"
_PREFIXES = frozenset(
    {"indeks", "index", "nilai", "skor", "evaluasi", "penilaian", "hasil", "rapor", "predikat"}
)
_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*$")

# YAML reads 4.2 as a binary float; its shortest decimal is what the file says.
Exact = Annotated[Decimal, BeforeValidator(lambda value: Decimal(str(value)))]


class _Entry(BaseModel):
    """A part of the catalogue: frozen, known keys only, no stray spaces."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @model_validator(mode="before")
    @classmethod
    def _no_stray_spaces(cls, data: object) -> object:
        for value in data.values() if isinstance(data, dict) else ():
            for text in value if isinstance(value, list) else (value,):
                if isinstance(text, str) and text != " ".join(text.split()):
                    raise ValueError(f"stray space in {text!r}")
        return data


class Scale(_Entry):
    """The range of an index's values; `grades_only` for awards that have no number.

    `usual` is the narrower range of what anybody has had so far.
    """

    min: Exact | None = None
    max: Exact | None = None
    unit: str | None = None
    grades_only: bool = False
    usual: tuple[Exact, Exact] | None = None

    @model_validator(mode="after")
    def _low_to_high(self) -> "Scale":
        for low, high in ((self.min, self.max), self.usual or (None, None)):
            if low is not None and high is not None and low >= high:
                raise ValueError(f"a scale from {low} to {high} holds no value")
        return self

    def has(self, value: Decimal) -> bool:
        """Tell whether `value` lies between the ends of the scale, as far as these are known."""
        return (self.min is None or value >= self.min) and (self.max is None or value <= self.max)

    def is_usual(self, value: Decimal) -> bool:
        """Tell whether anybody has had a value like `value`, as far as that is known."""
        return self.usual is None or self.usual[0] <= value <= self.usual[1]


class Grade(_Entry):
    """A grade of an index with its band, if the band is known: `Baik`, from 2.6, below 3.5."""

    grade: str
    words: tuple[str, ...] = ()
    series: str = ""
    strength: Literal["", "alone", "step"] = ""
    start: Exact | None = None
    above: Exact | None = None
    to: Exact | None = None
    below: Exact | None = None

    @model_validator(mode="before")
    @classmethod
    def _from_is_start(cls, data: object) -> object:
        # `from` is what the file says and no name in Python
        if isinstance(data, dict) and "from" in data:
            data = dict(data)
            data["start"] = data.pop("from")
        return data

    @property
    def low(self) -> Decimal | None:
        """Return the lower end of the band."""
        return self.start if self.start is not None else self.above

    @property
    def high(self) -> Decimal | None:
        """Return the upper end of the band."""
        return self.to if self.to is not None else self.below

    def holds(self, value: Decimal) -> bool:
        """Tell whether `value` lies in the band (False for a grade without one)."""
        if self.low is None or self.high is None:
            return False
        from_low = value > self.low if self.above is not None else value >= self.low
        return from_low and (value < self.high if self.below is not None else value <= self.high)

    def surfaces(self) -> tuple[str, ...]:
        """Return the grade and its other words."""
        return (self.grade, *self.words)


class Aspect(_Entry):
    """A pillar, domain or dimension; `alone` when the name needs no such head word before it."""

    name: str
    aliases: tuple[str, ...] = ()
    alone: bool = False

    @model_validator(mode="before")
    @classmethod
    def _bare_name(cls, data: object) -> object:
        return {"name": data} if isinstance(data, str) else data


class IndexEntry(_Entry):
    """One index of the catalogue (the keys are explained at the head of the file)."""

    id: str
    name: str
    acronyms: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    weak: frozenset[str] = frozenset()
    value: frozenset[str] = frozenset()
    grows: frozenset[str] = frozenset()
    within: str = ""
    assessor: str | None = None
    regulation: str | None = None
    higher_is_better: bool = True
    areal: bool = False
    unranked: bool = False
    scale: Scale = Scale()
    predicates: tuple[Grade, ...] = ()
    aspects: tuple[Aspect, ...] = ()
    context: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Return the full name and its aliases, without the acronyms."""
        return (self.name, *self.aliases)

    @property
    def acronym(self) -> str:
        """Return the usual acronym, "" when there is none (WTP is a grade of Opini BPK)."""
        grades = {grade.grade for grade in self.predicates}
        return next((acronym for acronym in self.acronyms if acronym not in grades), "")

    @model_validator(mode="after")
    def _consistent(self) -> "IndexEntry":
        if unknown := (self.weak | self.value | self.grows) - {*self.names, *self.acronyms}:
            raise ValueError(f"{sorted(unknown)[0]!r} is weak and no name of {self.id}")
        words = [
            (grade.series, word.casefold())
            for grade in self.predicates
            for word in grade.surfaces()
        ]
        if len(words) != len(set(words)):
            raise ValueError(f"a grade word of {self.id} stands twice")
        _check_bands(self)
        return self


@dataclass(frozen=True)
class Catalogue:
    """All indices, with the look-ups that the rules and the checker need."""

    entries: tuple[IndexEntry, ...]
    others: tuple[str, ...]
    rivals: dict[str, tuple[str, ...]]
    words: dict[str, frozenset[str]]
    _by_id: dict[str, IndexEntry]
    _by_name: dict[str, tuple[str, ...]]

    def get(self, id: str) -> IndexEntry | None:
        """Return the entry `id`, None for a slug of an open-class name."""
        return self._by_id.get(id)

    def resolve_all(self, name: str) -> tuple[str, ...]:
        """Return the ids that `name` can mean, the default first; () when the catalogue has none.

        "IPP" gives both indices of that acronym; "Nilai SAKIP" and "indeks SPBE (SPBE)" one.
        """
        for key in _keys(name):
            if found := self._by_name.get(key):
                return found
        return ()

    def resolve(self, name: str) -> str | None:
        """Return the id that `name` means, by file order if it has two meanings."""
        found = self.resolve_all(name)
        return found[0] if found else None

    def grade_entry(self, id: str, word: str) -> Grade | None:
        """Return the grade of index `id` that `word` names, whatever its case."""
        entry = self.get(id)
        key = word.casefold()
        for grade in entry.predicates if entry else ():
            if any(key == surface.casefold() for surface in grade.surfaces()):
                return grade
        return None

    def grade(self, id: str, word: str) -> str | None:
        """Return the canonical grade of index `id` that `word` names."""
        found = self.grade_entry(id, word)
        return found.grade if found else None

    def grade_of_value(self, id: str, value: Decimal) -> str | None:
        """Return the grade of index `id` in whose band `value` lies, by its main series."""
        entry = self.get(id)
        grades = [grade for grade in entry.predicates if not grade.series] if entry else []
        return next((grade.grade for grade in grades if grade.holds(value)), None)

    def scale(self, id: str) -> Scale | None:
        """Return the scale of index `id`, None when the catalogue does not know the index."""
        entry = self.get(id)
        return entry.scale if entry else None


def slug(name: str) -> str:
    """Return the id of an open-class name: "Indeks Daya Beli (IDB)" is `indeks-daya-beli`."""
    name = _BRACKET.sub("", name).casefold()
    return "-".join(re.findall(r"\w+", name)) or "indeks"


@cache
def catalogue() -> Catalogue:
    """Return the catalogue (raises LexiconError when the file breaks its own rules)."""
    return parse(own_words().catalogue(read_yaml(FILE)))


def parse(data: dict[str, Any]) -> Catalogue:
    """Return the catalogue that `data`, the content of the file, describes."""
    try:
        entries = tuple(IndexEntry.model_validate(entry) for entry in data["indices"])
        others = tuple(str(name) for name in data["others"])
        rivals = {str(key): tuple(words) for key, words in data["rivals"].items()}
        words = {str(key): frozenset(group) for key, group in data["words"].items()}
    except (ValidationError, KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"{FILE}: {error}") from error
    by_id: dict[str, IndexEntry] = {}
    by_name: dict[str, tuple[str, ...]] = {}
    for entry in entries:
        if entry.id in by_id:
            raise LexiconError(f"{FILE}: id {entry.id} stands twice")
        by_id[entry.id] = entry
    if lost := {entry.within for entry in entries} - by_id.keys() - {""}:
        raise LexiconError(f"{FILE}: {sorted(lost)[0]} is no index to be within")
    for bare in (False, True):
        # a name without its leading "Indeks" yields to an entry that has just this name
        for entry in entries:
            for name in (entry.id, *entry.names, *entry.acronyms):
                key = _strip(_fold(name)) if bare else _fold(name)
                found = by_name.get(key, ())
                if entry.id not in found:
                    by_name[key] = (*found, entry.id)
    return Catalogue(entries, others, rivals, words, by_id, by_name)


def _keys(name: str) -> list[str]:
    bracket = _BRACKET.search(name)
    forms = [name] if not bracket else [name, _BRACKET.sub("", name), bracket[1]]
    folded = [_fold(form) for form in forms]
    return [key for form in folded for key in (form, _strip(form)) if key]


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())


def _strip(name: str) -> str:
    words = name.split()
    while len(words) > 1 and words[0] in _PREFIXES:
        words = words[1:]
    return " ".join(words)


def _check_bands(entry: IndexEntry) -> None:
    """Raise ValueError unless the bands of each series lie apart, in order and on the scale."""
    last: dict[str, Grade] = {}
    for grade in entry.predicates:
        low, high = grade.low, grade.high
        if low is None and high is None:
            continue
        if low is None or high is None or low > high:
            raise ValueError(f"{entry.id}: the band of {grade.grade} has no two ends")
        bounds = entry.scale
        if (bounds.min is not None and low < bounds.min) or (
            bounds.max is not None and high > bounds.max
        ):
            raise ValueError(f"{entry.id}: the band of {grade.grade} leaves the scale")
        before = last.get(grade.series)
        if before is not None and _overlap(entry, grade, before):
            raise ValueError(
                f"{entry.id}: {grade.grade} overlaps {before.grade} or is out of order"
            )
        last[grade.series] = grade


def _overlap(entry: IndexEntry, one: Grade, other: Grade) -> bool:
    lower, upper = (one, other) if entry.higher_is_better else (other, one)
    if lower.high is None or upper.low is None:
        return False
    if lower.high != upper.low:
        return lower.high > upper.low
    return lower.below is None and upper.above is None
