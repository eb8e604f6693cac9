"""The regions of Indonesia, what people call them, and the words that tell them apart.

`regions.csv` is the register, `regions_aliases.csv` what people say besides (an alias is one line
`alias,codes`), `regions_former.csv` the names of old, `provinces_former.csv` the provinces of old,
`regions.yaml` the words around a name.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, cast, get_args

from extractor.errors import LexiconError
from extractor.lexicon.own import own_words
from extractor.lexicon.resource import read_text, read_yaml
from extractor.mentions.kinds import Level

REGISTER = "regions.csv"
ALIASES = "regions_aliases.csv"
FORMER = "regions_former.csv"
PROVINCES = "provinces_former.csv"
WORDS = "regions.yaml"

_OFFICIAL = re.compile(r"(?:Kabupaten|Kota)(?: Administrasi)? ")
_CODE = re.compile(r"\d\d(?:\.\d\d)?")
_ORDER = {"city": 0, "regency": 1, "province": 2}


@dataclass(frozen=True, slots=True)
class Region:
    """An entry of the register; `name` is the official one ("Kota Jambi", "Provinsi Jambi")."""

    code: str
    name: str
    level: Level

    @property
    def bare(self) -> str:
        """The name without its level: `Kota Jambi` is `Jambi`."""
        return _OFFICIAL.sub("", self.name).removeprefix("Provinsi ")

    @property
    def province(self) -> str:
        """The code of the province."""
        return self.code[:2]


@dataclass(frozen=True, slots=True)
class Alias:
    """What people call one or several regions."""

    name: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Former:
    """A name that a region bore until the year `until`; `bare` where it means nothing else."""

    name: str
    code: str
    until: int
    bare: bool
    source: str


@dataclass(frozen=True, slots=True)
class RegionWords:
    """Words in front of, behind and between the names of regions, in lower case."""

    levels: Mapping[str, str]
    level_fillers: frozenset[str]
    governments: Mapping[str, str]
    government_fillers: frozenset[str]
    offices: Mapping[str, str]
    office_fillers: frozenset[str]
    institutions: Mapping[str, str]
    institution_fillers: frozenset[str]
    police: Mapping[str, str]
    police_fillers: frozenset[str]
    blockers: frozenset[str]
    title_blockers: frozenset[str]
    blocking_phrases: frozenset[tuple[str, ...]]
    bodies: frozenset[str]
    body_phrases: frozenset[tuple[str, ...]]
    body_blockers: frozenset[str]
    body_ends: frozenset[str]
    followers: frozenset[str]
    body_followers: frozenset[str]
    soft_followers: frozenset[str]
    directions: frozenset[str]
    pairs: frozenset[tuple[str, ...]]
    small_heads: frozenset[str]
    small_ends: frozenset[str]
    areas: frozenset[tuple[str, ...]]
    island_provinces: frozenset[str]
    islands: frozenset[str]
    quarters: Mapping[str, str]
    weak: frozenset[str]
    never_located: frozenset[str]
    prepositions: frozenset[str]
    personal: frozenset[str]
    locatives: frozenset[str]
    measures: frozenset[str]
    holding: frozenset[str]
    plain_words: frozenset[str]
    separators: frozenset[str]
    introducers: frozenset[str]
    within: frozenset[str]
    classes: frozenset[str]
    sizes: frozenset[str]
    class_ends: frozenset[str]
    priced: frozenset[str]
    venue_heads: frozenset[str]
    venue_verbs: frozenset[str]
    venue_fillers: frozenset[str]
    pointers: frozenset[str]
    belonging: frozenset[str]
    belonging_fillers: frozenset[str]


@dataclass(frozen=True)
class Gazetteer:
    """The register with every way to write its names.

    `names` maps a name as lower-case words to the codes that it may mean, city before regency
    before province; `capitals` are the names that count in capitals only (`NTT`, `OKI`). `asked`
    are names that need a word in front that asks for the level: "Kabupaten Pontianak".
    `provinces` maps a province to those that its regencies belonged to before.
    """

    regions: Mapping[str, Region]
    names: Mapping[tuple[str, ...], tuple[str, ...]]
    capitals: frozenset[tuple[str, ...]]
    words: RegionWords
    asked: Mapping[tuple[str, ...], str]
    provinces: Mapping[str, frozenset[str]]

    def lies_in(self, code: str, province: str) -> bool:
        """Tell whether the regency or city `code` lies in `province`, or did at some time."""
        return "." in code and (
            code[:2] == province or province in self.provinces.get(code[:2], frozenset())
        )


@cache
def gazetteer() -> Gazetteer:
    """Return the gazetteer (raises LexiconError when a file is broken)."""
    regions = {region.code: region for region in read_register()}
    aliases, former = read_aliases(), read_former()
    for file, name, codes in [(ALIASES, a.name, a.codes) for a in aliases] + [
        (FORMER, f.name, (f.code,)) for f in former
    ]:
        if unknown := [code for code in codes if code not in regions]:
            raise LexiconError(f"{file}: {name!r} has the unknown code {unknown[0]!r}")
    aliases += [Alias(name, codes) for name, codes in own_words().aliases]
    aliases += [Alias(name.name, (name.code,)) for name in former if name.bare]
    names: dict[tuple[str, ...], set[str]] = {}
    for name, codes in [(region.bare, (region.code,)) for region in regions.values()] + [
        (alias.name, alias.codes) for alias in aliases
    ]:
        for spelling in spellings(name):
            names.setdefault(spelling, set()).update(codes)
    ordered = {
        name: tuple(sorted(codes, key=lambda code: (_ORDER[regions[code].level], code)))
        for name, codes in names.items()
    }
    capitals = frozenset(words_of(a.name) for a in aliases if a.name.isupper())
    asked = {
        spelling: name.code for name in former if not name.bare for spelling in spellings(name.name)
    }
    return Gazetteer(regions, ordered, capitals, _words(), asked, read_provinces())


def read_register() -> list[Region]:
    """Return the register as committed (raises LexiconError when a line is misshapen)."""
    found = []
    for row in _rows(REGISTER, ("code", "name", "level")):
        code, name, level = row
        if level not in get_args(Level) or not _CODE.fullmatch(code):
            raise LexiconError(f"{REGISTER}: {','.join(row)!r} is no region")
        if level == "province" and not name.startswith("Daerah "):
            name = f"Provinsi {name}"
        found.append(Region(code, name, cast(Level, level)))
    return found


@cache
def governments(province: str) -> Mapping[str, int]:
    """Return how many regencies and cities a province has today, by its code; {} for no code."""
    return Counter(
        region.level
        for region in read_register()
        if region.province == province and region.level != "province"
    )


@cache
def most_governments(province: str) -> int:
    """Return how many regencies and cities a province has, with those that were split off; or 0."""
    parts = [part for part, former in read_provinces().items() if province in former]
    return sum(sum(governments(code).values()) for code in (province, *parts))


def read_aliases() -> list[Alias]:
    """Return the aliases as written (raises LexiconError when a line is misshapen)."""
    return [Alias(name, tuple(codes.split())) for name, codes in _rows(ALIASES, ("alias", "codes"))]


def read_former() -> list[Former]:
    """Return the names of old as written (raises LexiconError when a line is misshapen)."""
    found = []
    for row in _rows(FORMER, ("name", "code", "until", "bare", "source")):
        name, code, until, bare, source = row
        if not until.isdecimal() or bare not in ("yes", "no"):
            raise LexiconError(f"{FORMER}: {','.join(row)!r} is no name of old")
        found.append(Former(name, code, int(until), bare == "yes", source))
    return found


def read_provinces() -> dict[str, frozenset[str]]:
    """Return the provinces of old for each province (raises LexiconError)."""
    found: dict[str, set[str]] = {}
    for province, former, until, _ in _rows(PROVINCES, ("province", "former", "until", "source")):
        if not (_CODE.fullmatch(province) and _CODE.fullmatch(former) and until.isdecimal()):
            raise LexiconError(f"{PROVINCES}: {province!r} was no part of {former!r}")
        found.setdefault(province, set()).add(former)
    return {province: frozenset(former) for province, former in found.items()}


def words_of(name: str) -> tuple[str, ...]:
    """Return the lower-case words and hyphens of `name`: `Toli-Toli` is `toli`, `-`, `toli`."""
    return tuple(re.findall(r"[^\W_]+(?:['’][^\W_]+)*|[^\w\s]", name.lower()))


def spellings(name: str) -> Iterator[tuple[str, ...]]:
    """Yield the ways to write `name`: `Toli-Toli`, `Tolitoli`; `Pakpak`, `Pak-Pak`."""
    words = words_of(name)
    yield words
    plain = tuple(word for word in words if word not in "-.")
    yield plain
    if "." not in words:
        for at in range(len(plain) - 1 if len(plain) < 4 else 0):
            yield (*plain[:at], "".join(plain[at : at + 2]), *plain[at + 2 :])
    for at in range(len(plain) - 1):
        if plain[at] == plain[at + 1]:
            yield (*plain[: at + 1], "-", *plain[at + 1 :])
    for at, word in enumerate(plain):
        half = word[: len(word) // 2]
        if len(half) > 2 and word == half * 2:
            yield (*plain[:at], half, "-", half, *plain[at + 1 :])
    if plain[0] in ("kepulauan", "kep"):
        yield ("kep", *plain[1:])
        yield ("kep", ".", *plain[1:])
        yield ("kepulauan", *plain[1:])
    if "sumatera" in plain:
        yield from spellings(" ".join(plain).replace("sumatera", "sumatra"))


def _rows(file: str, header: tuple[str, ...]) -> list[list[str]]:
    lines = [line for line in read_text(file).splitlines() if line and not line.startswith("#")]
    rows = list(csv.reader(lines))
    if not rows or tuple(rows[0]) != header:
        raise LexiconError(f"{file}: the header is not {','.join(header)!r}")
    if wrong := [row for row in rows if len(row) != len(header) or not all(row)]:
        raise LexiconError(f"{file}: {','.join(wrong[0])!r} has not {len(header)} fields")
    return rows[1:]


def _words() -> RegionWords:
    data = read_yaml(WORDS)
    read: dict[str, Any] = {}
    try:
        for field in fields(RegionWords):
            entry = data[field.name]
            if isinstance(entry, dict):
                read[field.name] = _table(field.name, entry)
            elif entry and isinstance(entry[0], list):
                read[field.name] = frozenset(tuple(phrase) for phrase in entry)
            else:
                read[field.name] = frozenset(str(word).lower() for word in entry)
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"lexicon file {WORDS}: missing or misshapen entry {error}") from error
    return RegionWords(**read)


def _table(name: str, entries: Mapping[str, str]) -> dict[str, str]:
    """Return `entries` once their values are levels, or codes of provinces in `quarters`."""
    for word, value in entries.items():
        is_right = _CODE.fullmatch(value) if name == "quarters" else value in get_args(Level)
        if value and not is_right:
            raise LexiconError(f"lexicon file {WORDS}: {name} of {word!r} are {value!r}")
    return dict(entries)
