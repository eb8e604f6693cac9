"""What two datasets state differently: gained, lost and changed facts, with their sentences."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from extractor.archive.questions.naming import named_index
from extractor.archive.questions.pairing import PASSES, pairs
from extractor.archive.questions.stated import place_of_value
from extractor.archive.questions.two import SIDES, Side, Two, by_article
from extractor.errors import InputError
from extractor.lexicon.indices import catalogue
from extractor.lexicon.nearest import meant
from extractor.text.sentences import sentence_at

Outcome = Literal["gained", "lost", "changed"]
OUTCOMES: tuple[Outcome, ...] = get_args(Outcome)
KINDS = tuple(PASSES)
_KEYS = {"articles": "id", "rejects": "file"}
_INDEX = {"indices": "id", "scores": "index", "ranks": "index"}
# Where an article lay, and what read it, is no difference of what it is.
_ABOUT_ARTICLES = ("file", "line", "provenance_version", "provenance_model", "provenance_lexicon")
_ARTICLES = 200


@dataclass(frozen=True, slots=True)
class Change:
    """A row that only one dataset has (`old` or `new` is None), or that says something else now.

    `differing` are the columns in which both differ; `marks` are the places in `sentence` that the
    row was read from. `index` is what people call its index, "" for a row of none.
    """

    kind: str
    outcome: Outcome
    article: str
    old: dict[str, Any] | None
    new: dict[str, Any] | None
    differing: tuple[str, ...] = ()
    index: str = ""
    sentence: str = ""
    marks: tuple[tuple[int, int], ...] = ()
    url: str | None = None
    place: str | None = None

    @property
    def row(self) -> dict[str, Any]:
        """The row of the newest dataset that has it."""
        row = self.new if self.new is not None else self.old
        assert row is not None
        return row


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes by kind and article, and how many rows each dataset has of a kind.

    `manifests` are what the runs wrote about themselves, `lacking` what one dataset has not and
    was therefore not compared.
    """

    changes: tuple[Change, ...]
    rows: dict[str, dict[Side, int]]
    manifests: dict[Side, dict[str, Any]]
    folders: dict[Side, Path]
    lacking: tuple[str, ...] = ()

    def by_kind(self) -> dict[str, Counter[Outcome]]:
        """Return how many rows of each kind were gained, lost and changed."""
        counts: dict[str, Counter[Outcome]] = {kind: Counter() for kind in self.rows}
        for change in self.changes:
            counts[change.kind][change.outcome] += 1
        return counts

    def by_index(self) -> dict[str, Counter[Outcome]]:
        """Return how many scores and ranks of each index were so, those of most changes first."""
        counts: dict[str, Counter[Outcome]] = {}
        for change in self.changes:
            if change.index and change.kind in ("scores", "ranks"):
                counts.setdefault(change.index, Counter())[change.outcome] += 1
        ordered = sorted(counts.items(), key=lambda item: (-item[1].total(), item[0]))
        return dict(ordered)


@dataclass(frozen=True, slots=True)
class Compared:
    """What is compared: these kinds (all when empty), the index of this name.

    `moved` is how far a confidence may move before that is a change, None for as far as it likes;
    what is less probable than `min_confidence` is left out on both sides.
    """

    kinds: Sequence[str] = ()
    index: str | None = None
    moved: float | None = None
    min_confidence: float = 0.0


def difference(old: Path, new: Path, asked: Compared | None = None) -> Difference:
    """Return what the datasets in `old` and `new` state differently.

    Rows are compared article by article, by what they say: not by where exactly it was read, by
    which rule, or how surely. Raises DatasetError for what is no dataset, InputError for a kind or
    an index that there is not.
    """
    asked = asked or Compared()
    two = Two(old, new, asked.min_confidence)
    kinds = [kind for kind in PASSES if kind in two.tables]
    for kind in asked.kinds:
        if kind not in PASSES:
            perhaps = meant(kind, [(name, name) for name in PASSES])
            raise InputError(f"kind {kind!r}: is none of {', '.join(PASSES)}{perhaps}")
    kinds = [kind for kind in kinds if not asked.kinds or kind in asked.kinds]
    names = two.names()
    ids = None
    if asked.index is not None:
        ids = named_index(asked.index, names)
        kinds = [kind for kind in kinds if kind in _INDEX]
    changes: list[Change] = []
    rows: dict[str, dict[Side, int]] = {}
    for kind in kinds:
        where = "true"
        if ids is not None:
            listed = ", ".join("'" + id.replace("'", "''") + "'" for id in ids)
            where = f'"{_INDEX[kind]}" in ({listed})'
        rows[kind] = {side: two.count(side, kind, where) for side in SIDES}
        found = _of_kind(two, kind, names, asked.moved)
        changes += [change for change in found if ids is None or _about(change, ids)]
    told = tuple(_with_sentences(two, changes))
    return Difference(told, rows, two.manifests, two.folders, tuple(two.lacking))


def _about(change: Change, ids: list[str]) -> bool:
    """Tell whether `change` is of one of the indices `ids`, or was."""
    column = _INDEX[change.kind]
    return any(row[column] in ids for row in (change.old, change.new) if row is not None)


def _of_kind(two: Two, kind: str, names: dict[str, str], moved: float | None) -> Iterator[Change]:
    key = _KEYS.get(kind, "article_id")
    ignored = _ABOUT_ARTICLES if kind == "articles" else ()
    columns = [name for name in two.compared(kind) if name not in ignored]
    sides = {side: by_article(two.only(side, kind, key, columns), key) for side in SIDES}
    for article in sorted(sides["old"].keys() | sides["new"].keys()):
        for old, new in pairs(kind, sides["old"].get(article, []), sides["new"].get(article, [])):
            yield _change(kind, article, old, new, columns, names)
    if moved is not None and "confidence" in two.columns(kind):
        for old, new in two.moved(kind, key, columns, moved):
            yield _change(kind, old[key], old, new, [*columns, "confidence"], names)


def _change(
    kind: str,
    article: str,
    old: dict[str, Any] | None,
    new: dict[str, Any] | None,
    columns: list[str],
    names: dict[str, str],
) -> Change:
    differing: tuple[str, ...] = ()
    outcome: Outcome = "gained" if old is None else "lost"
    if old is not None and new is not None:
        outcome = "changed"
        differing = tuple(name for name in columns if old[name] != new[name])
    row = new if new is not None else old
    assert row is not None
    id = row[_INDEX[kind]] if kind in _INDEX else None
    return Change(kind, outcome, article, old, new, differing, _called(id or "", names))


def _called(id: str, names: dict[str, str]) -> str:
    """Return what people call the index `id`; `names` are those that articles give."""
    entry = catalogue().get(id)
    return (entry.acronym or entry.name) if entry else names.get(id, id)


def _with_sentences(two: Two, changes: Sequence[Change]) -> Iterator[Change]:
    """Yield `changes` with the sentence and the source of each; looked up some articles at once."""
    for start in range(0, len(changes), _ARTICLES):
        some = changes[start : start + _ARTICLES]
        ids = sorted({change.article for change in some if change.kind != "rejects"})
        articles = {side: two.articles(side, ids) for side in SIDES}
        for change in some:
            side: Side = "new" if change.new is not None else "old"
            article = articles[side].get(change.article)
            yield _read(change, article) if article is not None else change


def _read(change: Change, article: dict[str, Any]) -> Change:
    place = article["file"] if article["line"] is None else f"{article['file']}:{article['line']}"
    sentence = ""
    marks: tuple[tuple[int, int], ...] = ()
    row = change.row
    if row.get("evidence"):
        digits = row.get("value_text") or str(row.get("position") or "")
        start = place_of_value(digits, row.get("predicate"), row["evidence"])
        if change.kind == "quotes":
            start = row["evidence"][0]["start"]
        sentence, _ = sentence_at(article["text"], start)
        marks = tuple(_marks(article["text"], sentence, start, row["evidence"]))
    return Change(
        change.kind,
        change.outcome,
        change.article,
        change.old,
        change.new,
        change.differing,
        change.index,
        sentence,
        marks,
        article["url"],
        place,
    )


def _marks(
    text: str, sentence: str, start: int, evidence: Iterable[dict[str, Any]]
) -> Iterator[tuple[int, int]]:
    """Yield the places of `evidence` in `sentence`, which is around `start` in `text`."""
    first = text.rfind(sentence, max(0, start - len(sentence)), start + len(sentence))
    end = 0
    for piece in sorted(evidence, key=lambda piece: int(piece["start"])):
        at, to = piece["start"] - first, min(piece["end"] - first, len(sentence))
        if end <= at < to:
            yield at, to
            end = to
