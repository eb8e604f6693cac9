"""Articles made of others: other regions of their kind, other values and years, by a seed."""

import json
import random
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from extractor.archive.items import Raw
from extractor.archive.options import Options
from extractor.archive.prepare import prepare
from extractor.archive.readers import read
from extractor.lexicon.regions import gazetteer
from extractor.source import Source

_NAMED = re.compile(
    r"\b(?P<kind>Kota|Kabupaten|Bupati|Pemkab) (?P<name>[A-Z][\w-]*(?: [A-Z][\w-]*){0,3})"
)
_VALUE = re.compile(r"(?<![\d.,])(\d{1,3}),(\d{1,2})(?![\d,])")
_YEAR = re.compile(r"(?<!\d)20[12]\d(?!\d)")
_YEARS = range(2012, 2026)


def write_archive(archive: str, out: Path, count: int, seed: int) -> int:
    """Write `count` articles made of those in `archive` to `out`, and return its bytes."""
    sources = list(_sources(archive))
    with out.open("w", encoding="utf-8") as file:
        for number in range(count):
            source = sources[number % len(sources)]
            row = swapped(source, number, random.Random(f"{seed} {number}"))
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return out.stat().st_size


def _sources(archive: str) -> Iterator[Source]:
    options = Options(any_language=True)
    for item in read(archive, options):
        source = prepare(item, options) if isinstance(item, Raw) else None
        if isinstance(source, Source):
            yield source


def swapped(source: Source, number: int, chance: random.Random) -> dict[str, str | None]:
    """Return `source` as another article: what it says is of other regions, years and values.

    The same name or year becomes the same other one wherever it stands.
    """
    names, later = _Names(chance), chance.randrange(len(_YEARS))

    def text_of(text: str) -> str:
        text = _NAMED.sub(names.swapped, text)
        text = _YEAR.sub(lambda match: _year(int(match[0]), later), text)
        return _VALUE.sub(lambda match: f"{match[1]},{_digits(match[2], chance)}", text)

    published = source.published
    year = _year(published.year, later) if published else ""
    day = f"{year}-{published:%m}-{min(published.day, 28):02}" if published else None
    return {
        "id": f"s{number:07}",
        "title": text_of(source.title) if source.title else None,
        "published": day,
        "publisher": source.publisher,
        "text": text_of(source.text),
    }


def _year(year: int, later: int) -> str:
    return str(_YEARS[(year - _YEARS[0] + later) % len(_YEARS)])


def _digits(digits: str, chance: random.Random) -> str:
    return "".join(str(chance.randrange(10)) for _ in digits)


class _Names:
    """Other names for the regencies and cities: of the same kind, each for one."""

    def __init__(self, chance: random.Random) -> None:
        self._others = {}
        for kind, names in _register().items():
            pairs = zip(names, chance.sample(names, len(names)), strict=True)
            self._others[kind] = dict(pairs)

    def swapped(self, match: "re.Match[str]") -> str:
        """Return another name for the longest one that begins the words of `match`."""
        words = match["name"].split(" ")
        others = self._others["Kota" if match["kind"] == "Kota" else "Kabupaten"]
        for end in range(len(words), 0, -1):
            if other := others.get(" ".join(words[:end])):
                return " ".join((match["kind"], other, *words[end:]))
        return match[0]


@cache
def _register() -> dict[str, list[str]]:
    kinds: dict[str, list[str]] = {"Kota": [], "Kabupaten": []}
    for region in gazetteer().regions.values():
        kind, _, name = region.name.partition(" ")
        if kind in kinds:
            kinds[kind].append(name)
    return kinds
