"""What an article is about: its subjects by weight, its index, its period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractor.lexicon.numbers import number_words
from extractor.links.slots.compared import is_compared, is_moved_from
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.structure.article_index import after

if TYPE_CHECKING:
    from extractor.links.view import View

_TITLE_WEIGHT, _LEAD_WEIGHT, _BODY_WEIGHT, _PLACE_SHARE = 6, 4, 2, 1
_LEAD_LINES = 2
_BEFORE, _BEHIND = 25, 8


@dataclass(frozen=True)
class Topics:
    """The subject mentioned most (None for none), the shares of all, indices, periods.

    `titled` are the keys of the subjects in the headline, `indices` the indices with their share of
    the mentions in percent, those named most first, `index` the one that the headline names, else
    the one named most. `period` is the newest that values stand by, `newest` the newest that the
    article names for anything.
    """

    subject: SubjectMention | None
    shares: dict[str, float]
    titled: frozenset[str]
    indices: dict[str, int]
    index: str
    period: str
    newest: str


def find_topics(view: View) -> Topics:
    """Return what the article of `view` is about."""
    weights, first = _weights(view)
    total = sum(weights.values()) or 1.0
    topic = max(first.values(), key=lambda s: (weights[s.key], -s.start)) if first else None
    headline = view.index.headline
    counts = Counter(index.id for index in view.indices)
    index = _index(counts, view)
    period, newest = _periods(view)
    return Topics(
        subject=topic,
        shares={key: weight / total for key, weight in weights.items()},
        titled=frozenset(
            s.key for s in view.subjects if headline[s.start] >= 0 and s.told_of and s.key
        ),
        indices=_shares(counts, index),
        index=index,
        period=period,
        newest=newest,
    )


def _weights(view: View) -> tuple[Counter[str], dict[str, SubjectMention]]:
    """Return how much each subject is written about: headline and lead count more."""
    weights: Counter[str] = Counter()
    first: dict[str, SubjectMention] = {}
    lines = [line for line in view.index.line if line >= 0]
    lead = (lines[0] if lines else 0) + _LEAD_LINES
    for subject in view.subjects:
        at = subject.start
        nobody = not subject.key or subject.kind == "foreign" or subject.unsettled
        if nobody or view.index.furniture[at] >= 0:
            continue
        titled = view.index.headline[at] >= 0
        early = view.index.line[at] <= lead
        weight = _TITLE_WEIGHT if titled else _LEAD_WEIGHT if early else _BODY_WEIGHT
        told = subject.told_of if titled or early else subject.free
        weights[subject.key] += weight if told else min(weight, _PLACE_SHARE)
        if subject.kind != "organisation":
            first.setdefault(subject.key, subject)
    return weights, first


def _shares(counts: Counter[str], topic: str) -> dict[str, int]:
    """Return the share of each index in percent, the most named first, the topic before others."""
    order = sorted(counts, key=lambda id_: (-counts[id_], id_ != topic))
    return {id_: int(100 * counts[id_] / counts.total()) for id_ in order}


def _index(counts: Counter[str], view: View) -> str:
    """The index of the headline if it names just one, else the one named most."""
    title = {i.id for i in view.indices if view.index.headline[i.start] >= 0}
    if len(title) == 1:
        return next(iter(title))
    return max(counts, key=lambda id_: counts[id_]) if counts else ""


def _periods(view: View) -> tuple[str, str]:
    """The newest period that a value or index stands by, and the newest at all.

    Neither is of a target or after the publication.
    """
    words, latest = number_words(), view.published[:4] or "9999"
    beside: list[str] = []
    apart: list[str] = []
    for period in view.periods:
        at = period.start
        if not period.iso or view.index.furniture[at] >= 0:
            continue
        begin, end = view.index.sentence[at], view.index.sentence_end(at)
        near = max(begin, at - _BEFORE), min(end, period.end + _BEHIND)
        year = period.iso.split("/")[-1][:4]
        if year > latest or any(word in words.target for word in view.index.lower[slice(*near)]):
            continue
        if is_compared(period, view.index) or is_moved_from(period, view.index):
            continue  # "turun 0,37 poin dibanding Maret 2023"
        scored = bool(after(view.values, *near))
        dated = view.index.words[period.end - 1][:1].isdigit()
        measured = scored or (dated and bool(after(view.indices, *near)))
        if dated or not _is_past(period.iso, view):  # "tahun lalu" is the year of one value alone
            (beside if measured else apart).append(_main(period.iso))
    return _newest(beside or apart), _newest([*beside, *apart])


def _newest(known: Sequence[str]) -> str:
    """Return the period named most of those in the newest year."""
    latest = max((iso.split("/")[-1][:4] for iso in known), default="")
    newest = [iso for iso in known if iso.split("/")[-1][:4] == latest]
    return max(newest, key=newest.count, default="")


def _is_past(iso: str, view: View) -> bool:
    """Whether a period is before the year of publication: `tahun lalu`, `dua tahun silam`."""
    return bool(view.published) and iso[:4] < view.published[:4]


def _main(iso: str) -> str:
    """Return a period that values hold for: months counted from January are told for the last."""
    first, _, last = iso.partition("/")
    counted = len(last) == len("2024-06") and first.endswith("-01")
    whole = last[-2:] in ("03", "06", "12")
    return last if counted and not whole else iso
