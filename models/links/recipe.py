"""The recipe: articles with known facts, what they teach, and the weights learned from it."""

import json
import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path

import torch
from spacy.language import Language
from spacy.tokens import Doc

from extractor.facts.check import Pair, facts_files, read_pair
from extractor.links.candidates import AnchorKind
from extractor.links.view import View, make_view
from extractor.links.weights import Weights
from extractor.text.normalise import Normalised, normalise
from models.links.answers import Answers
from models.links.learn import learn_facts, learn_slots
from models.links.lessons import Choice, Claim, Lesson, Trial, choices_of, trials_of

FOLDS = 4
L2_SLOTS = 2.0
L2_FACTS = 3.0
L2_BESIDE = 1.0
_SEED = 0
BEGINNING = 300
"""Articles that begin alike for so many characters are one."""


@dataclass(frozen=True)
class Taught:
    """An article, read, with its known facts and the choices that they settle.

    `kinds` are the anchors that its facts are known of.
    """

    pair: Pair
    clean: Normalised
    doc: Doc
    view: View
    answers: Answers
    choices: tuple[Choice, ...]
    kinds: frozenset[AnchorKind] = frozenset({"value", "grade", "place"})

    def choices_by(self, weights: Weights) -> list[Choice]:
        """Return the choices of the article with a past as `weights` decide it."""
        return choices_of(self.view, self.answers, weights)

    def trials(self, weights: Weights) -> list[Trial]:
        """Return its scores and places as `weights` settle them."""
        return trials_of(self.view, self.answers, weights)


def read(paths: Iterable[Path], nlp: Language) -> list[Taught]:
    """Return the articles with known facts in `paths`, files or folders; each text once."""
    torch.set_num_threads(1)
    found: dict[str, Taught] = {}
    for path in paths:
        for facts_path in facts_files(path):
            pair = read_pair(facts_path)
            found.setdefault(pair.source.text.strip()[:BEGINNING], teach(pair, nlp))
    return list(found.values())


def teach(pair: Pair, nlp: Language) -> Taught:
    """Return the article of `pair`, read as the extractor reads it, and what it teaches."""
    clean = normalise(pair.source.text)
    doc = nlp.make_doc(clean.text)
    if pair.source.published:
        doc.user_data["published"] = pair.source.published.isoformat()
    doc = nlp(doc)
    view = make_view(doc)
    answers = Answers(pair.known, view)
    return Taught(pair, clean, doc, view, answers, tuple(choices_of(view, answers)))


def split(articles: Sequence[Taught], count: int) -> list[list[Taught]]:
    """Return the articles in `count` parts of one size, shuffled, always in the same way."""
    order = list(articles)
    random.Random(_SEED).shuffle(order)
    return [order[at::count] for at in range(count)]


def learn(articles: Sequence[Taught], others: Sequence[Lesson] = ()) -> Weights:
    """Return the weights that `articles` teach, and the lessons of `others`, read before.

    Whether a fact is right is learned from decisions by weights that never saw its article: those
    made on lessons that one knows already are too good to tell what goes wrong. The same weights
    decide the past of the choices that all are learned from.
    """
    aside = [lesson.choices for lesson in others]
    by_others: list[Sequence[Choice]] = []
    parts: list[list[Tried]] = []
    for part in split(articles, FOLDS):
        out = {id(article) for article in part}
        rest = [article.choices for article in articles if id(article) not in out]
        weights = Weights(learn_slots([*rest, *aside], L2_SLOTS))
        parts.append([(article, article.trials(weights)) for article in part])
        by_others += [article.choices_by(weights) for article in part]
    slots = learn_slots([*(article.choices for article in articles), *by_others, *aside], L2_SLOTS)
    return Weights(slots | _facts(parts, [lesson.claims for lesson in others]))


Tried = tuple[Taught, Sequence[Trial]]
"""An article, with its scores and places as weights settled them that never saw it."""


def _facts(
    parts: Sequence[Sequence[Tried]], others: Sequence[Sequence[Claim]]
) -> dict[str, dict[str, float]]:
    """Return the weights of facts by themselves and beside each other.

    The second are learned from what the first, learned from the other parts, make of each part.
    """
    claims = [[_claims(tried, Trial.claims) for tried in part] for part in parts]
    beside: list[list[Claim]] = []
    for at, part in enumerate(parts):
        rest = [*chain.from_iterable(claims[:at] + claims[at + 1 :]), *others]
        weights = Weights(learn_facts(rest, L2_FACTS))
        beside_of = partial(Trial.claims_beside, weights=weights)
        beside += [_claims(tried, beside_of) for tried in part]
    every = [*others, *chain.from_iterable(claims)]
    return learn_facts(every, L2_FACTS) | learn_facts(beside, L2_BESIDE, "beside")


def _claims(tried: Tried, claims_of: Callable[[Trial], list[Claim]]) -> list[Claim]:
    """Return the claims of an article, those whose kind its facts are known of."""
    article, trials = tried
    found = chain.from_iterable(claims_of(one) for one in trials)
    return [claim for claim in found if claim.kind in article.kinds]


def told(weights: Weights) -> str:
    """Return the weights as the file has them: JSON, sorted, a feature a line."""
    return json.dumps(weights.slots, ensure_ascii=False, indent=0, sort_keys=True) + "\n"
