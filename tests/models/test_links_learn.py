"""Learning the weights of the links: on problems made up, and on one sample article."""

import hashlib
import json
import math
from dataclasses import replace
from pathlib import Path

import pytest

from extractor.facts.check import Pair, facts_files, read_pair
from extractor.links.weights import Weights, default_path, link_weights
from models import crossval_links
from models.links import recipe
from models.links.learn import learn_facts, learn_slots
from models.links.lessons import Choice, Claim, Lesson, trials_of
from models.train_links import CARD, OUT
from tests.reader import reader

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "fixtures" / "jambi-smart-city-spbe.txt"

Choices = list[Choice]


def choice(*rows: tuple[str, ...], right: tuple[int, ...] = (0,)) -> Choice:
    return Choice("subject/value", rows, tuple(at in right for at in range(len(rows))))


def near_is_right(articles: int) -> list[Choices]:
    return [[choice(("near",), ("far",)), choice(("near", "dull"), ("far",))]] * articles


@pytest.fixture(scope="module")
def sample() -> Pair:
    (path,) = facts_files(SAMPLE)
    return read_pair(path)


def test_what_is_right_gets_more_weight() -> None:
    weights = learn_slots(near_is_right(4), 1.0)["subject/value"]
    assert weights["near"] > 0 > weights["far"]
    assert weights["near"] > weights["dull"]


def test_of_several_right_candidates_one_must_be_taken() -> None:
    """Both are made more probable than the wrong one; neither is held back for the other."""
    both = choice(("near",), ("other",), ("far",), right=(0, 1))
    weights = learn_slots([[both]] * 4, 1.0)["subject/value"]
    assert weights["near"] == weights["other"] > 0 > weights["far"]
    nearer = learn_slots([[both, choice(("near",), ("other",))]] * 4, 1.0)["subject/value"]
    assert nearer["near"] > weights["near"]


def test_more_penalty_means_less_weight() -> None:
    light, heavy = (learn_slots(near_is_right(4), l2)["subject/value"]["near"] for l2 in (1, 9))
    assert light > heavy > 0


@pytest.mark.parametrize(("articles", "learned"), [(2, False), (3, True)])
def test_features_of_few_articles_are_left_out(articles: int, learned: bool) -> None:
    """However often they occur in them."""
    weights = learn_slots([lesson * 5 for lesson in near_is_right(articles)], 1.0)
    assert bool(weights["subject/value"]) is learned


def test_a_logistic_weight_is_where_the_penalty_holds_the_slope() -> None:
    """With 3 of 4 right and no penalty on the bias, its weight is the log-odds: log 3."""
    claims = [Claim("place", {"bias": 1.0}, right) for right in (True, True, True, False)]
    assert learn_facts([claims] * 3, 5.0) == {"fact/place": {"bias": round(math.log(3), 4)}}


def test_facts_learn_from_numbers_too() -> None:
    claims = [Claim("value", {"bias": 1.0, "odds": odds}, odds > 0) for odds in (-2.0, -1, 1, 2)]
    weights = Weights(learn_facts([claims] * 3, 1.0))
    low, high = (weights.probability("value", {"bias": 1.0, "odds": odds}) for odds in (-2.0, 2.0))
    assert low < 0.1
    assert high > 0.9


def test_weights_are_rounded_and_the_same_again() -> None:
    mixed = [*near_is_right(4), [choice(("far", "odd"), ("near", "odd"), ("near",))] * 2]
    first, again = (learn_slots(mixed, 0.7) for _ in range(2))
    assert first == again
    assert all(round(weight, 4) == weight != 0 for weight in first["subject/value"].values())
    assert recipe.told(Weights(first)) == recipe.told(Weights(again))


def test_an_article_teaches_its_known_facts(sample: Pair) -> None:
    taught = recipe.teach(sample, reader().nlp)
    assert {one.slot for one in taught.choices} >= {"subject/value", "index/value", "period/value"}
    for one in taught.choices:
        assert len(one.rows) == len(one.right)
        assert any(one.right)
        assert not all(one.right), "where all are right there is nothing to learn"
    # Even with weights that know nothing some claims are right, as the nearest one often is.
    trials = trials_of(taught.view, taught.answers, Weights({}))
    claims = [claim for trial in trials for claim in trial.claims()]
    assert {claim.right for claim in claims} == {True, False}
    beside = [claim for trial in trials for claim in trial.claims_beside(Weights({}))]
    assert [(one.kind, one.right) for one in beside] == [(one.kind, one.right) for one in claims]
    assert all({"bias", "odds"} <= set(one.features) for one in beside)


def test_without_known_facts_nothing_is_taught(sample: Pair) -> None:
    nothing = sample.known.model_copy(update={"scores": (), "ranks": ()})
    pair = Pair(sample.facts_path, sample.article_path, nothing, sample.source)
    taught = recipe.teach(pair, reader().nlp)
    assert taught.choices == ()
    trials = trials_of(taught.view, taught.answers, Weights({}))
    claims = [claim for trial in trials for claim in trial.claims()]
    assert claims
    assert not any(claim.right for claim in claims)


def test_a_text_teaches_once_and_every_article_is_held_out_once(tmp_path: Path) -> None:
    folder = tmp_path / "inner"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(SAMPLE.read_text("utf-8"), encoding="utf-8")
        facts = SAMPLE.with_name("jambi-smart-city-spbe.facts.yaml").read_text("utf-8")
        (folder / f"{name}.facts.yaml").write_text(facts, encoding="utf-8")
    (article,) = recipe.read([tmp_path], reader().nlp)
    many = [article] * 7
    parts = recipe.split(many, 3)
    assert sorted(map(len, parts)) == [2, 2, 3]


@pytest.mark.parametrize(("folds", "parts"), [(2, [3, 2]), (5, [1] * 5), (10, [1] * 5)])
def test_held_out_articles_are_not_learned_from(
    folds: int, parts: list[int], sample: Pair, monkeypatch: pytest.MonkeyPatch
) -> None:
    taught = recipe.teach(sample, reader().nlp)
    paths = [Path(f"{name}.facts.yaml") for name in "abcde"]
    articles = [replace(taught, pair=replace(sample, facts_path=path)) for path in paths]
    learned: list[set[Path]] = []

    def learn(others: list[recipe.Taught], lessons: list[Lesson]) -> Weights:
        assert lessons
        learned.append({one.pair.facts_path for one in others})
        return link_weights()

    monkeypatch.setattr(crossval_links, "learn", learn)
    judged = []
    for path, verdicts in crossval_links.held_out(articles, folds):
        judged.append(path)
        assert path not in learned[-1]
        assert {verdict.kind for verdict in verdicts} >= {"scores"}
    assert sorted(judged) == paths
    assert [len(paths) - len(others) for others in learned if len(others) < len(paths)] == parts


def test_the_table_of_no_facts_has_no_rates() -> None:
    head, _, scores, ranks = crossval_links.table([(Path("a/x.facts.yaml"), [])]).splitlines()
    assert "key F1" in head
    assert scores == "| a (1) | scores | 0 | 0 | – | – | – | – |"
    assert ranks.startswith("| a (1) | ranks |")


def test_the_card_names_these_weights() -> None:
    content = default_path().read_bytes()
    assert default_path() == OUT
    assert hashlib.sha256(content).hexdigest() in CARD.read_text("utf-8")
    assert recipe.told(Weights(json.loads(content))).encode() == content


def test_the_past_of_a_choice_may_be_what_weights_make_of_it(sample: Pair) -> None:
    """Choices with a past by weights ask the same, but see other decisions before them."""
    taught = recipe.teach(sample, reader().nlp)
    known, made = taught.choices, taught.choices_by(Weights({}))
    assert {choice.slot for choice in made} >= {"subject/value", "index/value", "period/value"}
    assert [choice.rows for choice in known] != [choice.rows for choice in made]
    assert taught.choices == known, "the article itself stays as its known facts tell it"
