"""Articles as Arrow tables, as callers get them."""

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any, cast, get_type_hints

import extractor
from extractor.archive.schema import kinds, schemas
from extractor.archive.tables import to_tables
from extractor.records import Article
from tests import articles as a

FULL = a.article(
    regions=(a.region(),),
    indices=(a.index(),),
    scores=(a.score(), a.score(value=None, predicate="Baik"), a.score(value=Decimal("3.20"))),
    ranks=(a.rank(direction="best"), a.rank(position=-10, position_end=-1)),
    officials=(a.official(),),
    quotes=(a.quote(),),
    dates=(a.day(),),
)


def several(count: int) -> Iterator[Article]:
    for number in range(count):
        yield FULL.model_copy(update={"id": f"a{number}"})


def tables_of(articles: Iterable[Article], **options: Any) -> dict[str, Any]:
    """Return the tables by names that are looked up, too."""
    return cast(dict[str, Any], to_tables(articles, **options))


def test_every_kind_is_a_table_and_every_record_a_row() -> None:
    tables = tables_of(several(3))
    assert list(tables) == ["articles", *kinds()]
    for kind in kinds():
        assert tables[kind].num_rows == 3 * len(getattr(FULL, kind))
        assert tables[kind].schema == schemas()[kind]
    assert tables["articles"]["id"].to_pylist() == ["a0", "a1", "a2"]
    assert not {"file", "line"} & set(tables["articles"].column_names)


def test_values_are_numbers_and_keep_their_digits() -> None:
    rows = tables_of([FULL])["scores"].to_pylist()
    told = [(row["n"], row["subject_code"], row["value"], row["value_text"]) for row in rows]
    assert told == [(0, "15.71", 4.32, "4.32"), (1, "15.71", None, None), (2, "15.71", 3.2, "3.20")]


def test_basis_and_direction_are_columns() -> None:
    tables = tables_of([FULL, a.article(id="a2", scores=(a.score(basis="yoy"),))])
    assert tables["scores"]["basis"].to_pylist() == [None, None, None, "yoy"]
    places = tables["ranks"].select(["position", "position_end", "direction"]).to_pylist()
    assert places == [
        {"position": 4, "position_end": None, "direction": "best"},
        {"position": -10, "position_end": -1, "direction": None},
    ]


def test_evidence_slices_back() -> None:
    tables = tables_of([FULL])
    text = tables["articles"]["text"][0].as_py()
    for kind in kinds():
        for row in tables[kind].to_pylist():
            assert row["article_id"] == "a1"
            for piece in row["evidence"]:
                assert text[piece["start"] : piece["end"]] == piece["text"]


def test_batches_make_no_difference() -> None:
    whole, parts = tables_of(several(7)), tables_of(several(7), batch_size=2)
    assert {name: table.to_pylist() for name, table in whole.items()} == {
        name: table.to_pylist() for name, table in parts.items()
    }


def test_no_articles_give_empty_tables_of_the_same_form() -> None:
    empty, full = tables_of([]), tables_of([FULL])
    assert {name: table.schema for name, table in empty.items()} == {
        name: table.schema for name, table in full.items()
    }
    assert {table.num_rows for table in empty.values()} == {0}


def test_confidence_is_a_column_of_what_is_weighed() -> None:
    tables = tables_of([a.article(scores=(a.score(confidence=0.12345),), quotes=(a.quote(),))])
    assert tables["scores"]["confidence"].to_pylist() == [0.123]
    weighed = {name for name, table in tables.items() if "confidence" in table.column_names}
    assert weighed == {"scores", "ranks", "officials", "quotes"}
    assert {str(tables[name].schema.field("confidence").type) for name in weighed} == {"double"}
    assert not any(tables[name].schema.field("confidence").nullable for name in weighed)


def test_the_tables_have_their_names_for_type_checkers() -> None:
    assert list(get_type_hints(extractor.Tables)) == list(extractor.to_tables([]))
