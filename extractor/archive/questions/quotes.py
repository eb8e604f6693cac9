"""Who said what, in which office."""

from typing import Any, Literal, Unpack

import pyarrow as pa

from extractor.archive.questions.asking import (
    ARTICLE,
    NAMED,
    SUBJECT,
    WHO,
    Asked,
    Conditions,
    Found,
    Kind,
    answered,
)
from extractor.archive.questions.dataset import Dataset

# The office of a speaker is the surest that the article gives to somebody of that name.
_ROWS = f"""
    select f.*, o.office, {SUBJECT.format("o")}, i.ids, i.index_name, {ARTICLE},
        coalesce(f.date, a.published::varchar) as dated
    from quotes f join articles a on a.id = f.article_id
    left join (select * from officials qualify row_number() over (
        partition by article_id, lower(name) order by confidence desc, n) = 1) o
        on o.article_id = f.article_id and lower(o.name) = lower(f.speaker)
    left join places p on p.code = left(o.subject_code, 5)
    left join {NAMED} i on i.article_id = f.article_id
"""
_COLUMNS = (
    ("text", pa.string()),
    ("speaker", pa.string()),
    ("office", pa.string()),
    *WHO,
    ("index_name", pa.string()),
    ("kind", pa.string()),
    ("verb", pa.string()),
    ("date", pa.string()),
)


def _place(row: dict[str, Any]) -> int:
    return int(row["evidence"][0]["start"])


_KIND = Kind(
    _ROWS,
    same="lower(text), lower(speaker), kind",
    order="speaker nulls last, dated nulls last",
    columns=_COLUMNS,
    place=_place,
    index="list_has_any(ids, ?)",
)


def quotes(
    dataset: Dataset,
    *,
    speaker: str | None = None,
    about: str | None = None,
    kind: Literal["direct", "indirect"] | None = None,
    **asked: Unpack[Asked],
) -> Found:
    """Return the quotes that are as asked, by speaker and day.

    `speaker` are words of the name, `about` words that are said. Region, level and subject are
    those of the office that the article gives the speaker; `index` asks for quotes in articles
    that name it, `period` for the day of the quote, or else of its article.
    """
    also = Conditions()
    for column, words in (("speaker", speaker), ("text", about)):
        for word in (words or "").split():
            also.add(f"contains(lower({column}), ?)", word.lower())
    if kind is not None:
        also.add("kind = ?", kind)
    return answered(dataset, _KIND, asked, also)
