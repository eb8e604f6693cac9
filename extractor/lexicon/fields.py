"""What the fields of an article are called in archives."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_yaml

_FILE = "fields.yaml"
ARTICLE_FIELDS = ("text", "title", "published", "url", "publisher", "id", "crawled")
FIGURE_FIELDS = ("region", "index", "period", "value", "basis")


@dataclass(frozen=True, slots=True)
class FieldNames:
    """Folded names by field, the surest first; `months` are English names and their numbers.

    `wrappers` are keys of a value inside a value, `envelopes` keys that hold articles.
    `units_ago` are units of "3 hours ago" in seconds, `days_ago` words for a day by its distance.
    """

    article: Mapping[str, tuple[str, ...]]
    figure: Mapping[str, tuple[str, ...]]
    wrappers: tuple[str, ...]
    envelopes: tuple[str, ...]
    months: Mapping[str, int]
    units_ago: Mapping[str, int]
    days_ago: Mapping[str, int]


def fold(name: str) -> str:
    """Return `name` as it is compared: `Isi Berita` and `isi-berita` are `isi_berita`."""
    return re.sub(r"[\s_-]+", "_", name.strip().lstrip("\ufeff").lower())


@cache
def field_names() -> FieldNames:
    """Return the names (raises LexiconError when the file breaks its rules)."""
    content = read_yaml(_FILE)
    try:
        article = {field: _names(content[field]) for field in ARTICLE_FIELDS}
        figure = {field: _names(content[f"figure_{field}"]) for field in FIGURE_FIELDS}
        wrappers = tuple(str(name) for name in content["wrappers"])
        envelopes = _names(content["envelopes"])
        months, units, days = (
            {str(name): int(number) for name, number in content[table].items()}
            for table in ("english_months", "units_ago", "days_ago")
        )
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        raise LexiconError(f"lexicon file {_FILE}: missing or misshapen entry {error}") from error
    for group in (article, figure):
        names = [name for some in group.values() for name in some]
        if doubled := sorted({name for name in names if names.count(name) > 1}):
            raise LexiconError(f"lexicon file {_FILE}: {doubled[0]!r} names two fields")
    return FieldNames(article, figure, wrappers, envelopes, months, units, days)


def _names(entry: list[str]) -> tuple[str, ...]:
    return tuple(fold(name) for name in entry)
