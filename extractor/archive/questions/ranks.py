"""Who holds which place, among whom, and who says so."""

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
)
from extractor.archive.questions.dataset import Dataset
from extractor.archive.questions.scores import ALL_PARTS, INDEX, NAMES
from extractor.archive.questions.stated import place_of_value
from extractor.errors import InputError

_ROWS = f"""
    select f.*, {SUBJECT.format("f")}, {INDEX}, {ARTICLE}, f.period as dated,
        coalesce(s.name, f.scope) as scope_name
    from ranks f join articles a on a.id = f.article_id
    left join places p on p.code = left(f.subject_code, 5)
    left join places s on s.code = f.scope {NAMES}
"""
_COLUMNS = (
    *WHO,
    ("index", pa.string()),
    ("index_name", pa.string()),
    ("short_name", pa.string()),
    ("aspect", pa.string()),
    ("position", pa.int64()),
    ("position_end", pa.int64()),
    ("out_of", pa.int64()),
    ("scope", pa.string()),
    ("scope_name", pa.string()),
    ("category", pa.string()),
    ("direction", pa.string()),
    ("period", pa.string()),
)


def _place(row: dict[str, Any]) -> int:
    return place_of_value(str(row["position"]), None, row["evidence"])


_KIND = Kind(
    _ROWS,
    same='coalesce(subject_code, lower(subject_name)), "index", aspect, position, position_end, '
    "scope, category, direction, period",
    order='"index" nulls last, period nulls last, aspect nulls first, scope nulls last, '
    "position < 0, position, subject",
    columns=_COLUMNS,
    place=_place,
    whole="aspect is null",
    kept="coalesce(out_of, min(out_of) over {0}) as out_of",
)


def ranks(
    dataset: Dataset,
    *,
    top: int | None = None,
    bottom: int | None = None,
    aspect: str | None = None,
    **asked: Unpack[Asked],
) -> Found:
    """Return the ranks that are as asked, those of an index and period in their order.

    `top` asks for the first places of a ranking, `bottom` for the last: places counted from below,
    or among as many as the article tells. Without `aspect` only whole indices are asked for; it
    names a pillar, or `semua`.
    """
    also = Conditions()
    for name, places in (("top", top), ("bottom", bottom)):
        if places is not None and places < 1:
            raise InputError(f"{name} {places}: is no number of places")
    if top is not None:
        also.add("position > 0 and coalesce(position_end, position) <= ?", top)
    if bottom is not None:
        also.add(
            "position < 0 and position >= ? or position > 0 and position > out_of - ?",
            *(-bottom, bottom),
        )
    if aspect is not None and aspect.casefold() != ALL_PARTS:
        also.add("contains(lower(aspect), ?)", aspect.lower())
    return answered(dataset, _KIND, asked, also, whole=aspect is None)
