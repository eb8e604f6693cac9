"""Grades told by a word that repeats the one before: `nilai yang sama`, `tiga kali (2014, …)`."""

from dataclasses import replace

from extractor.links.view import View
from extractor.mentions.kinds import PredicateMention

_TIMES_REACH = 10


def repeated_grades(view: View) -> list[PredicateMention]:
    """Return a grade for each phrase that repeats the last one said, with that grade's meaning."""
    if not view.predicates:
        return []
    found = []
    for at, word in enumerate(view.words):
        end = _same(at, view) if word in view.lexicon.same_nouns else 0
        if word == view.lexicon.times:
            end = _times(at, view)
        last = view.before(view.predicates, at, 0)[:1] if end else []
        if last and not view.after(view.predicates, at, view.sentence_end(at)):
            found.append(replace(last[0], start=at, end=end))
    return found


def _same(at: int, view: View) -> int:
    """Return the token behind `sama`: `Nilai yang sama diraih Kabupaten Badung`; 0 if none."""
    for end in (at + 2, at + 3):
        if view.words[end - 1 : end] and view.words[end - 1] in view.lexicon.same:
            return end
    return 0


def _times(at: int, view: View) -> int:
    """`tiga kali beruntun (2014, 2015, 2016)`: as many years as times; return the token behind."""
    count = view.lexicon.group_counts.get(view.words[at - 1], 0) if at else 0
    end = min(view.sentence_end(at), at + _TIMES_REACH)
    for period in view.after(view.periods, at, end)[:1]:
        if count > 1 and len(view.period_runs[period.start]) == count:
            return at + 1
    return 0
