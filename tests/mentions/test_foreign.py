"""The component `fakta_foreign`: annotated lines."""

import pytest
import spacy

from extractor.mentions import spans
from extractor.mentions.kinds import ForeignMention
from models.annotated import Example
from tests.mentions.annotated import cases, check
from tests.mentions.pipeline import nlp


@pytest.mark.parametrize("line", cases("foreign"))
def test_annotated_line(line: Example) -> None:
    check(line, nlp(), ForeignMention)


def test_it_works_alone() -> None:
    alone = spacy.blank("id")
    alone.add_pipe("fakta_foreign")
    doc = alone("Inflasi Amerika Serikat dan Uni Eropa turun.")
    assert [place.code for place in spans.read(doc, ForeignMention)] == ["US", "EU"]
