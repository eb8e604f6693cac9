"""Who holds which office, and who says so."""

from typing import Any, Unpack

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

_ROWS = f"""
    select f.*, {SUBJECT.format("f")}, i.ids, i.index_name, {ARTICLE},
        a.published::varchar as dated
    from officials f join articles a on a.id = f.article_id
    left join places p on p.code = left(f.subject_code, 5)
    left join {NAMED} i on i.article_id = f.article_id
"""
_COLUMNS = (
    ("name", pa.string()),
    ("office", pa.string()),
    ("acting", pa.bool_()),
    *WHO,
    ("index_name", pa.string()),
)


def _place(row: dict[str, Any]) -> int:
    return int(row["evidence"][0]["start"])


_KIND = Kind(
    _ROWS,
    same="lower(name), lower(office), acting, coalesce(subject_code, lower(subject_name))",
    order="subject_code nulls last, subject, office, name",
    columns=_COLUMNS,
    place=_place,
    index="list_has_any(ids, ?)",
)


def officials(
    dataset: Dataset,
    *,
    name: str | None = None,
    office: str | None = None,
    **asked: Unpack[Asked],
) -> Found:
    """Return the officials that are as asked, by region and office.

    `name` and `office` are words that those have. `index` asks for officials in articles that name
    it, `period` for articles published then.
    """
    also = Conditions()
    for column, words in (("name", name), ("office", office)):
        for word in (words or "").split():
            also.add(f"contains(lower({column}), ?)", word.lower())
    return answered(dataset, _KIND, asked, also)
