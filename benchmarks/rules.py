"""Which constructions and features decide anything, and where: `make rules SHARED=../shared`.

A construction counts in an article if it gives a pair; it is also told in how many articles one
that gave a pair is among the features of a chosen candidate of a fact. A family of features (the
text before `=` or `&`) counts in an article if one with a weight is such a feature. An article
that lies in a set, or in several, twice is counted once. Writes the tables of `docs/rules.md`, and
`benchmarks/rules.json`, which a test reads.

SHARED holds articles with known facts (`dev`, `real`) and without (`corpus/news.jsonl.gz`); no word
of them is written. Without SHARED only the fixtures are counted anew, and `benchmarks/rules.json`
keeps what it told of the other sets.
"""

import argparse
import gzip
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from spacy.language import Language

from benchmarks.tables import put
from extractor.facts.check import facts_files, read_pair
from extractor.lexicon.constructions import constructions
from extractor.lexicon.indices import catalogue
from extractor.links.candidates import Decision, Settled
from extractor.links.facts import THRESHOLDS, link
from extractor.links.linked import Linked, RankFact, ScoreFact
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
SETS = ("fixtures", "dev", "real", "corpus")
AGAIN = "run `make rules SHARED=DIR`, or `make rules` where only the fixtures are at hand"
_SHARES = ("guessed indices", "ranks without index")
_CONSTRUCTION = "construction="
_GUESSED = ("topic", "last")
_SEED = 0


@dataclass
class Count:
    """What one set of articles shows: in how many of them, and in which, something occurs."""

    texts: set[str] = field(default_factory=set)
    pairs: defaultdict[str, dict[str, str]] = field(default_factory=lambda: defaultdict(dict))
    """The articles where each construction gives a pair: their texts, with their ids."""
    chosen: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """The articles where one that gave a pair is among the features of a fact: their texts."""
    families: Counter[str] = field(default_factory=Counter)
    indices: Counter[bool] = field(default_factory=Counter)
    """Indices of facts in articles that name several, by whether they are only guessed."""
    ranks: Counter[bool] = field(default_factory=Counter)
    """Places that are likely facts, by whether they have an index."""

    def add(self, source: Source, view: View, weights: Weights) -> None:
        """Count the article of `source`."""
        text = key(source)
        self.texts.add(text)
        for name in sorted({name for names in view.roles.pairs.values() for name in names}):
            self.pairs[name][text] = source.id
        linked = link(view, weights)
        used = {
            feature
            for settled, decision in _decisions(linked)
            for feature in decision.best.features
            if weights.slots.get(f"{decision.slot}/{settled.anchor.kind}", {}).get(feature)
        }
        self.families.update({_family(feature) for feature in used})
        given = (f for _, d in _decisions(linked) for f in d.best.features)
        for name in {f.removeprefix(_CONSTRUCTION) for f in given if f.startswith(_CONSTRUCTION)}:
            self.chosen[name].add(text)
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


def key(source: Source) -> str:
    """Return what two copies of one article share."""
    return " ".join(source.text.split())


def count(sources: Iterable[Source], nlp: Language) -> Count:
    """Return what the articles show, each text once."""
    found = Count()
    weights = link_weights()
    for source in sources:
        if key(source) in found.texts:
            continue
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


def report(counts: Mapping[str, Count], weights: Weights, before: dict[str, Any]) -> dict[str, Any]:
    """Return what is written down of the counts, and of `before` for the sets without one."""
    kept = [name for name in SETS if name not in counts]
    told: dict[str, Any] = {
        "articles": {name: len(one.texts) for name, one in counts.items()},
        "features": {
            family: {name: one.families[family] for name, one in counts.items()}
            for family in families(weights)
        },
        "guessed indices": {name: _share(one.indices, True) for name, one in counts.items()},
        "ranks without index": {name: _share(one.ranks, False) for name, one in counts.items()},
    }
    for name in ("articles", *_SHARES):
        told[name] |= {one: before[name][one] for one in kept}
    for family, row in told["features"].items():
        row |= {one: before["features"].get(family, {}).get(one) for one in kept}
    rows = before.get("constructions", {})
    names = [each.name for each in constructions().constructions]
    return told | {"constructions": {name: _row(name, counts, rows.get(name)) for name in names}}


def families(weights: Weights) -> list[str]:
    """Return the families of the features that the slots have weights for."""
    slots = [known for slot, known in weights.slots.items() if not slot.startswith("fact/")]
    return sorted({_family(feature) for known in slots for feature in known})


def _row(name: str, counts: Mapping[str, Count], before: dict[str, Any] | None) -> dict[str, Any]:
    """Return what is written down of a construction; `beyond` are articles of no fixture."""
    own = counts["fixtures"]
    row: dict[str, Any] = {one: len(found.pairs[name]) for one, found in counts.items()}
    others = [found for one, found in counts.items() if one != "fixtures"]
    if others:
        beyond = [
            len(set().union(*(found.pairs[name] for found in others)) - own.texts),
            len(set().union(*(found.chosen[name] for found in others)) - own.texts),
        ]
        examples = list(counts["corpus"].pairs[name].values())[:ENOUGH]
    else:
        before = before or {}
        row |= {one: before.get(one) for one in SETS[1:]}
        beyond, examples = before.get("beyond", [0, 0]), before.get("examples", [])
    few = row["fixtures"] < ENOUGH
    return row | {
        "beyond": beyond,
        "all": row["fixtures"] + beyond[0],
        "facts": len(own.chosen[name]) + beyond[1],
        "examples": examples if few else [],
    }


def _share(counted: Counter[bool], what: bool) -> list[int]:
    """Return how many are so, of how many."""
    return [counted[what], counted.total()]


def tables(told: dict[str, Any]) -> str:
    """Return the tables of the page in Markdown."""
    head = " | ".join(f"{name} ({told['articles'][name]})" for name in SETS)
    lines = [f"| construction | {head} | all | with a fact |", f"|---|{'---:|' * (len(SETS) + 2)}"]
    lines += _lines(told["constructions"], [*SETS, "all", "facts"])
    lines += ["", f"| features | {head} |", f"|---|{'---:|' * len(SETS)}"]
    lines += _lines(told["features"], SETS)
    lines += ["", f"| share | {' | '.join(SETS)} |", f"|---|{'---:|' * len(SETS)}"]
    for name in _SHARES:
        cells = ("{} of {}".format(*told[name][one]) for one in SETS)
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _lines(counted: dict[str, dict[str, Any]], columns: Sequence[str]) -> Iterator[str]:
    for name, row in counted.items():
        cells = ("–" if row[column] is None else str(row[column]) for column in columns)
        yield f"| {name} | {' | '.join(cells)} |"


def sets(shared: Path | None, size: int) -> dict[str, Iterable[Source]]:
    """Return the articles of each set at hand (ValueError if `shared` lacks one of its three)."""
    own: dict[str, Iterable[Source]] = {"fixtures": known(ROOT / "fixtures")}
    if shared is None:
        return own
    archive = shared / "corpus" / "news.jsonl.gz"
    if missing := [str(p) for p in (shared / "dev", shared / "real", archive) if not p.exists()]:
        raise ValueError(f"not there: {', '.join(missing)}; all three are needed, or no --shared")
    others = {"dev": known(shared / "dev"), "real": known(shared / "real")}
    return own | others | {"corpus": sample(archive, size)}


def main(argv: Sequence[str] | None = None) -> None:
    """Count, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--shared", type=Path, help="a folder with dev, real and corpus")
    parser.add_argument("--sample", type=int, default=2000, help="articles of the corpus at most")
    arguments = parser.parse_args(argv)
    try:
        articles = sets(arguments.shared, arguments.sample)
    except ValueError as error:
        parser.error(str(error))
    nlp = make_nlp()
    counts = {name: count(sources, nlp) for name, sources in articles.items()}
    told = report(counts, link_weights(), json.loads(JSON.read_text(encoding="utf-8")))
    JSON.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    put(tables(told), PAGE, "rules")


if __name__ == "__main__":
    main()
