"""The sample articles and their known facts fit together: a fact that cannot be found is a slip."""

from pathlib import Path

import pytest

from extractor.facts import words
from extractor.facts.check import Pair, read_pair
from extractor.facts.load import SUFFIX
from extractor.facts.match import RULES
from extractor.lexicon.indices import catalogue
from extractor.lexicon.regions import gazetteer

FIXTURES = Path(__file__).parent.parent / "fixtures"
NAMES = sorted(path.name.removesuffix(SUFFIX) for path in FIXTURES.glob(f"*{SUFFIX}"))
COUNTRY = "ID"


@pytest.fixture(params=NAMES)
def pair(request: pytest.FixtureRequest) -> Pair:
    return read_pair(FIXTURES / f"{request.param}{SUFFIX}")


def test_there_are_enough_articles() -> None:
    assert len(NAMES) >= 41


def test_every_article_has_its_facts() -> None:
    assert sorted(path.stem for path in FIXTURES.glob("*.txt")) == NAMES


def test_it_is_complete_and_dated(pair: Pair) -> None:
    assert pair.known.article == pair.article_path.stem
    assert pair.known.complete
    assert pair.known.published is not None


def test_codes_are_those_of_regions(pair: Pair) -> None:
    known = pair.known
    subjects = {score.subject for score in known.scores} | {rank.subject for rank in known.ranks}
    scopes = {rank.scope for rank in known.ranks if rank.scope and rank.scope[0].isdigit()}
    codes = {*known.regions, *scopes, *(s for s in subjects if s[0].isdigit())}
    assert codes <= set(gazetteer().regions)


def test_the_subjects_are_named(pair: Pair) -> None:
    known = pair.known
    linked = [(score.subject, score.index) for score in known.scores]
    linked += [(rank.subject, rank.index) for rank in known.ranks if rank.index]
    for subject, index in linked:
        named = subject in (COUNTRY, *known.regions)
        assert named or subject.casefold() in pair.source.text.casefold()
        assert index in known.indices


def test_indices_are_in_the_catalogue(pair: Pair) -> None:
    assert [name for name in pair.known.indices if not catalogue().resolve_all(name)] == []


def test_values_and_grades_stand_in_the_text(pair: Pair) -> None:
    for score in pair.known.scores:
        if score.value is not None:
            # a deflation is told without a minus
            digits = f"{abs(score.value).normalize():f}".replace(".", ",")
            # a comma, or the slips that news makes of it: "3.18", "86, 71"
            astray = (digits, digits.replace(",", "."), digits.replace(",", ", "))
            assert any(written in pair.source.text for written in astray)
        if score.predicate is not None:
            assert score.predicate.casefold() in pair.source.text.casefold()


def test_names_quotes_and_dates_stand_in_the_text(pair: Pair) -> None:
    text = " ".join(words.words(pair.source.text))
    for official in pair.known.officials:
        assert official.name in pair.source.text
    for quote in pair.known.quotes:
        start = text.find(" ".join(words.words(quote.starts)))
        assert start >= 0, quote.starts
        assert text.find(" ".join(words.words(quote.ends)), start) >= 0, quote.ends
    for day in pair.known.dates:
        assert day.text in pair.source.text


def test_speakers_are_named(pair: Pair) -> None:
    for quote in pair.known.quotes:
        assert quote.speaker is None or quote.speaker in pair.source.text


def test_every_kind_of_fact_is_in_the_corpus() -> None:
    pairs = [read_pair(FIXTURES / f"{name}{SUFFIX}") for name in NAMES]
    assert [kind for kind in RULES if not any(pair.known.of(kind) for pair in pairs)] == []
