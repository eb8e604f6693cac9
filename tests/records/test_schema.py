import json
from pathlib import Path
from typing import Any

import pytest

from extractor import records
from extractor.records.schema import article_schema
from tests import articles as a

SNAPSHOT = Path(__file__).parents[2] / "docs" / "article.schema.json"
RECORDS = [getattr(records, name) for name in records.__all__ if name != "Record"]


def test_the_contract_changes_only_together_with_its_snapshot() -> None:
    assert SNAPSHOT.read_text(encoding="utf-8") == article_schema(), "run `make schema`"


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_record_is_frozen_and_refuses_what_it_does_not_know(record: Any) -> None:
    assert issubclass(record, records.Record)
    assert record.model_config["frozen"] is True
    assert record.model_config["extra"] == "forbid"


def test_every_field_of_a_record_is_in_the_schema() -> None:
    schema = json.loads(article_schema())
    described = {"Article": schema, **schema["$defs"]}
    for record in RECORDS:
        fields = described[record.__name__]["properties"]
        assert set(fields) == set(record.model_fields)
        undescribed = [name for name, field in fields.items() if not field.get("description")]
        assert undescribed == []


def test_an_article_survives_json() -> None:
    article = a.article(
        published="2025-01-04",
        regions=(a.region(),),
        scores=(a.score(),),
        ranks=(a.rank(),),
        quotes=(a.quote(),),
        dates=(a.day(),),
    )
    assert records.Article.model_validate_json(article.model_dump_json()) == article


def test_a_value_is_a_number_outside_and_exact_inside() -> None:
    score = a.score(value="0.1")
    assert json.loads(score.model_dump_json())["value"] == 0.1
    assert str(records.Score.model_validate_json(score.model_dump_json()).value) == "0.1"
