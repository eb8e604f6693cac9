"""Which constructions and features decide anything, and where: `make rules SHARED=../shared`.

A construction counts in an article if it gives a pair; it is also told in how many articles one
that gave a pair is among the features of a chosen candidate of a fact. A family of features (the
text before `=` or `&`) counts in an article if one with a weight is such a feature. Writes the
table of `docs/rules.md`, and `benchmarks/rules.json`, which a test reads. SHARED holds articles
with known facts (`dev`, `real`) and without (`corpus/news.jsonl.gz`); no word of them is written.
"""

import argparse
import gzip
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from spacy.language import Language

from extractor.facts.check import facts_files, read_pair
from extractor.lexicon.constructions import constructions
from extractor.lexicon.indices import catalogue
from extractor.links.candidates import Decision, Settled
from extractor.links.facts import THRESHOLDS, Linked, RankFact, ScoreFact, link
from extractor.links.view import View, make_view
from extractor.links.weights import Weights, link_weights
from extractor.pipeline import make_nlp
from extractor.source import Source
from extractor.text.normalise import normalise

ROOT = Path(__file__).parent.parent
JSON = ROOT / "benchmarks" / "rules.json"
PAGE = ROOT / "docs" / "rules.md"
ENOUGH = 3
"""A construction in fewer fixtures than this is told with articles of the corpus that have it."""
_BEGINNING = 300
"""Articles that begin alike for so many characters are one."""
_TABLE = re.compile(r"(?<=<!-- rules -->\n).*?(?=<!-- end of rules -->)", re.DOTALL)
_CONSTRUCTION = "construction="
_GUESSED = ("topic", "last")
_SEED = 0


@dataclass
class Count:
    """What one set of articles shows: in how many of them, and in which, something occurs."""

    articles: int = 0
    pairs: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    """The articles where each construction gives a pair, by their ids, with how they begin."""
    chosen: Counter[str] = field(default_factory=Counter)
    families: Counter[str] = field(default_factory=Counter)
    indices: Counter[bool] = field(default_factory=Counter)
    """Indices of facts in articles that name several, by whether they are only guessed."""
    ranks: Counter[bool] = field(default_factory=Counter)
    """Places that are likely facts, by whether they have an index."""

    def add(self, source: Source, view: View, weights: Weights) -> None:
        """Count the article of `source`."""
        self.articles += 1
        for name in sorted({name for names in view.roles.pairs.values() for name in names}):
            self.pairs[name][source.id] = source.text.strip()[:_BEGINNING]
        linked = link(view, weights)
        used = {
            feature
            for settled, decision in _decisions(linked)
            for feature in decision.best.features
            if weights.slots.get(f"{decision.slot}/{settled.anchor.kind}", {}).get(feature)
        }
        self.families.update({_family(feature) for feature in used})
        given = (f for _, d in _decisions(linked) for f in d.best.features)
        named = {f.removeprefix(_CONSTRUCTION) for f in given if f.startswith(_CONSTRUCTION)}
        self.chosen.update(named)
        self._add_indices(view, linked)

    def _add_indices(self, view: View, linked: Linked) -> None:
        if len({mention.id for mention in view.indices}) > 1:
            sources = [d.best.source for _, d in _decisions(linked) if d.slot == "index"]
            self.indices.update(source.split("/")[0] in _GUESSED for source in sources)
        self.ranks[True] += len(linked.ranks)
        self.ranks[False] += sum(
            1
            for settled, confidence in linked.open
            if settled.anchor.kind == "place"
            and confidence >= THRESHOLDS["place"]
            and settled.subjects
            and not settled.value("index")
        )


def _decisions(linked: Linked) -> Iterator[tuple[Settled, Decision]]:
    """Yield the decisions behind the facts."""
    facts: list[ScoreFact | RankFact] = [*linked.scores, *linked.ranks]
    for fact in facts:
        for settled in fact.settled:
            for decision in settled.decisions.values():
                yield settled, decision


def _family(feature: str) -> str:
    return re.split("[=&]", feature, maxsplit=1)[0]


def count(sources: Iterable[Source], nlp: Language) -> Count:
    """Return what the articles show."""
    found = Count()
    weights = link_weights()
    for source in sources:
        with nlp.memory_zone():
            doc = nlp.make_doc(normalise(source.text).text)
            if source.published:
                doc.user_data["published"] = source.published.isoformat()
            found.add(source, make_view(nlp(doc)), weights)
    return found


def known(folder: Path) -> Iterator[Source]:
    """Yield the articles with known facts in `folder`, by the names of their files."""
    for path in facts_files(folder):
        yield read_pair(path).source


def sample(path: Path, size: int) -> Iterator[Source]:
    """Yield `size` articles of the corpus that name an index, drawn always alike, in order."""
    names = {name for entry in catalogue().entries for name in entry.names}
    named = re.compile(rf"\b(?:[Ii]ndeks|{'|'.join(map(re.escape, sorted(names)))})\b")
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [row for row in map(json.loads, lines) if named.search(row["text"])]
    drawn = random.Random(_SEED).sample(rows, min(size, len(rows)))
    for row in sorted(drawn, key=lambda row: str(row["id"])):
        yield Source(row["text"], row["id"])


def report(counts: Mapping[str, Count], weights: Weights) -> dict[str, object]:
    """Return what is written down of the counts; every family of the slots' weights is in it."""
    slots = [known for slot, known in weights.slots.items() if not slot.startswith("fact/")]
    return {
        "articles": {name: one.articles for name, one in counts.items()},
        "constructions": {
            each.name: {name: len(one.pairs[each.name]) for name, one in counts.items()}
            | {
                "all": len(
                    {text for one in counts.values() for text in one.pairs[each.name].values()}
                )
            }
            | {"facts": sum(one.chosen[each.name] for one in counts.values())}
            | {"examples": _examples(each.name, counts)}
            for each in constructions().constructions
        },
        "features": {
            family: {name: one.families[family] for name, one in counts.items()}
            for family in sorted({_family(feature) for known in slots for feature in known})
        },
        "guessed indices": {name: _share(one.indices, True) for name, one in counts.items()},
        "ranks without index": {name: _share(one.ranks, False) for name, one in counts.items()},
    }


def _examples(name: str, counts: Mapping[str, Count]) -> list[str]:
    """Return articles of the corpus with a construction that too few fixtures have."""
    few = len(counts["fixtures"].pairs[name]) < ENOUGH
    return list(counts["corpus"].pairs[name])[:ENOUGH] if few else []


def _share(counted: Counter[bool], what: bool) -> list[int]:
    """Return how many are so, of how many."""
    return [counted[what], counted.total()]


def tables(told: dict[str, object]) -> str:
    """Return the tables of the page in Markdown."""
    sets = told["articles"]
    assert isinstance(sets, dict)
    head = " | ".join(f"{name} ({size})" for name, size in sets.items())
    lines = [
        "",
        f"| construction | {head} | all | with a fact |",
        f"|---|{'---:|' * (len(sets) + 2)}",
    ]
    lines += _rows(told["constructions"], [*sets, "all", "facts"])
    lines += ["", f"| features | {head} |", f"|---|{'---:|' * len(sets)}"]
    lines += _rows(told["features"], list(sets))
    lines += ["", f"| share | {' | '.join(sets)} |", f"|---|{'---:|' * len(sets)}"]
    for name in ("guessed indices", "ranks without index"):
        shares = told[name]
        assert isinstance(shares, dict)
        lines.append(f"| {name} | {' | '.join('{} of {}'.format(*shares[s]) for s in sets)} |")
    return "\n".join([*lines, "", ""])


def _rows(counted: object, columns: list[str]) -> Iterator[str]:
    assert isinstance(counted, dict)
    for name, row in counted.items():
        yield f"| {name} | {' | '.join(str(row[column]) for column in columns)} |"


def main() -> None:
    """Count, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--sample", type=int, default=2000, help="articles of the corpus")
    arguments = parser.parse_args()
    nlp, shared = make_nlp(), arguments.shared
    articles = {
        "fixtures": known(ROOT / "fixtures"),
        "dev": known(shared / "dev"),
        "real": known(shared / "real"),
        "corpus": sample(shared / "corpus" / "news.jsonl.gz", arguments.sample),
    }
    counts = {name: count(sources, nlp) for name, sources in articles.items()}
    told = report(counts, link_weights())
    JSON.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    page, found = _TABLE.subn(lambda _: tables(told), PAGE.read_text(encoding="utf-8"))
    assert found == 1, f"{PAGE} has no place for the tables"
    PAGE.write_text(page, encoding="utf-8")


if __name__ == "__main__":
    main()
