"""The weights of the links: where they come from, and that they are what decides."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from extractor.assembly.article import linked_of
from extractor.errors import ModelError
from extractor.links import weights
from extractor.links.candidates import Candidate
from extractor.links.weights import Weights, link_weights, model_digest
from tests.reader import reader

TEXT = "Indeks Pembangunan Manusia (IPM) Kota Madiun tahun 2023 mencapai 84,31."


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A file in the place of the weights, and nothing remembered of it or of them."""
    path = tmp_path / "links.json"
    monkeypatch.setattr(weights, "default_path", lambda: path)
    _forget()
    yield path
    _forget()


def _forget() -> None:
    link_weights.cache_clear()
    weights.content.cache_clear()


@pytest.mark.parametrize("content", [None, b"{", b"\xff"])
def test_missing_or_broken_weights_are_told(file: Path, content: bytes | None) -> None:
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(ModelError, match="weights of the links cannot be read"):
        link_weights()


def test_the_digest_is_of_both_models(file: Path) -> None:
    file.write_text('{"subject/value": {"near": 1.0}}')
    one, other = model_digest("a"), model_digest("b")
    _forget()
    file.write_text('{"subject/value": {"near": 2.0}}')
    assert len({one, other, model_digest("a")}) == 3


def test_other_weights_decide_otherwise() -> None:
    nlp = reader().nlp
    doc = nlp(TEXT)
    assert [fact.index for fact in linked_of(doc).scores] == ["ipm"]
    never = Weights({f"fact/{kind}": {"bias": -30.0} for kind in ("value", "grade", "place")})
    assert linked_of(doc, never).scores == []


def test_candidates_of_one_value_stand_for_each_other() -> None:
    known = Weights({"subject/value": {"best": 0.5}})
    told = [("a", ("best",)), ("b", ()), ("b", ())]
    decision = known.choose("subject", "value", [Candidate(v, "here", f) for v, f in told])
    assert decision is not None
    assert (decision.best.value, decision.runner_up and decision.runner_up.value) == ("b", "a")
