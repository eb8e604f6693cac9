"""Who has which value on an index, and who says so."""

from decimal import Decimal
from typing import Any, Unpack

import pyarrow as pa

from extractor.archive.questions.asking import (
    ARTICLE,
    SUBJECT,
    WHO,
    Asked,
    Conditions,
    Found,
    Kind,
    answered,
    number,
)
from extractor.archive.questions.dataset import Dataset
from extractor.archive.questions.naming import index_ids
from extractor.archive.questions.stated import place_of_value
from extractor.lexicon.indices import catalogue

ALL_PARTS = "semua"
"""Asks, as an aspect, for the whole index and all its pillars."""
Number = int | float | Decimal | str

INDEX = (
    'coalesce(c.acronym, c.name, i.name, f."index") as short_name, '
    'coalesce(c.name, i.name, f."index") as index_name, c.higher_is_better'
)
NAMES = (
    'left join catalogue c on c.id = f."index" left join (select article_id, id, min(name) as name '
    'from indices group by all) i on i.article_id = f.article_id and i.id = f."index"'
)
_ROWS = f"""
    select f.*, {SUBJECT.format("f")}, {INDEX}, {ARTICLE}, f.period as dated
    from scores f join articles a on a.id = f.article_id
    left join places p on p.code = left(f.subject_code, 5) {NAMES}
"""
_COLUMNS = (
    *WHO,
    ("index", pa.string()),
    ("index_name", pa.string()),
    ("short_name", pa.string()),
    ("aspect", pa.string()),
    ("value", pa.float64()),
    ("value_text", pa.string()),
    ("comparison", pa.string()),
    ("unit", pa.string()),
    ("basis", pa.string()),
    ("predicate", pa.string()),
    ("period", pa.string()),
    ("assessor", pa.string()),
)


def _place(row: dict[str, Any]) -> int:
    return place_of_value(row["value_text"], row["predicate"], row["evidence"])


_KIND = Kind(
    _ROWS,
    same='coalesce(subject_code, lower(subject_name)), "index", aspect, period, basis, comparison, '
    "value, case when value is null then lower(predicate) end",
    # From the best on, for each index and period.
    order='"index", period nulls last, aspect nulls first, '
    "case when higher_is_better is false then value else -value end nulls last, subject",
    columns=_COLUMNS,
    place=_place,
    whole="aspect is null",
    kept="coalesce(predicate, min(predicate) over {0}) as predicate",
)


def scores(
    dataset: Dataset,
    *,
    above: Number | None = None,
    below: Number | None = None,
    between: tuple[Number, Number] | None = None,
    predicate: str | None = None,
    aspect: str | None = None,
    **asked: Unpack[Asked],
) -> Found:
    """Return the scores that are as asked, the best of an index and period first.

    `above` and `below` leave out the number itself, `between` holds both ends; a value that is
    told as a bound ("above 4.5") counts where it can only be so. `predicate` is a grade, in any of
    its words where an index is asked for. Without `aspect` only whole indices are asked for; it
    names a pillar, or `semua`.

    >>> scores(dataset, index="SPBE", within="Jawa Tengah", level="kabupaten", above=3)
    ... # doctest: +SKIP
    """
    also = Conditions()
    if above is not None:
        low = number("above", above)
        also.add(
            "value > ? and comparison in ('eq', 'approx', 'gt', 'ge') "
            "or value = ? and comparison = 'gt'",
            *(low, low),
        )
    if below is not None:
        high = number("below", below)
        also.add(
            "value < ? and comparison in ('eq', 'approx', 'lt', 'le') "
            "or value = ? and comparison = 'lt'",
            *(high, high),
        )
    if between is not None:
        ends = sorted(number("between", end) for end in between)
        also.add("value between ? and ? and comparison in ('eq', 'approx')", *ends)
    if predicate is not None:
        also.add("list_contains(?, lower(predicate))", _grades(predicate, asked.get("index")))
    if aspect is not None and aspect.casefold() != ALL_PARTS:
        also.add("contains(lower(aspect), ?)", aspect.lower())
    return answered(dataset, _KIND, asked, also, whole=aspect is None)


def _grades(predicate: str, index: str | None) -> list[str]:
    """Return the words, in lower case, in which `predicate` may stand."""
    words = {predicate.lower()}
    for id in index_ids(index) if index else ():
        entry = catalogue().grade_entry(id, predicate)
        words |= {word.lower() for word in entry.surfaces()} if entry else set()
    return sorted(words)
