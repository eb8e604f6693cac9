"""Checking a component against its annotated lines."""

from typing import Any

import pytest
from spacy.language import Language

from extractor.mentions import spans
from extractor.mentions.kinds import Mention
from models import annotated as examples


def cases(group: str) -> list[Any]:
    """Return one pytest parameter for each line of `fixtures/examples/<group>.txt`."""
    return [pytest.param(line, id=line.id, marks=_marks(line)) for line in examples.load(group)]


def _marks(line: examples.Example) -> list[pytest.MarkDecorator]:
    return [pytest.mark.xfail(strict=True, reason=line.xfail)] if line.xfail else []


def check(line: examples.Example, nlp: Language, kind: type[Mention]) -> None:
    """Assert that `nlp` finds what the line tags, where it tags it, and nothing else."""
    doc = nlp.make_doc(line.text)
    if line.published:
        doc.user_data["published"] = line.published
    doc = nlp(doc)
    found = [(*spans.char_bounds(doc, mention), mention) for mention in spans.read(doc, kind)]
    places = [(line.text[start:end], start) for start, end, _ in found]
    assert places == [(line.text[tag.start : tag.end], tag.start) for tag in line.tagged]
    for (_, _, mention), tag in zip(found, line.tagged, strict=True):
        said = {name: str(getattr(mention, name)) for name in tag.attributes}
        assert said == tag.attributes
