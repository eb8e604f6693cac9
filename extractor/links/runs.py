"""Runs of coordinated subjects: `A, B, dan C`, or each with its value: `A (3,2), B (3,1)`."""

from collections.abc import Sequence

from extractor.lexicon.links import LinkWords, link_words
from extractor.links.subjects import SubjectMention
from extractor.structure.article_index import ArticleIndex

_LONGEST_JOIN = 4
_LONGEST_VALUE = 14
_LOOSE_JOIN = 6


def runs_of(
    subjects: Sequence[SubjectMention], index: ArticleIndex, *, valued: bool, loose: bool = False
) -> dict[int, Sequence[SubjectMention]]:
    """Return for the first token of each named subject the run that it belongs to.

    In a loose run a few words may stand before a member: `Awan, dan pendatang barunya Senja`.
    """
    words = link_words()
    allowed = words.joins | words.join_nouns
    if valued:
        allowed |= words.series
    runs: dict[int, list[SubjectMention]] = {}
    last: SubjectMention | None = None
    for subject in subjects:
        if not subject.key or subject.apposed:
            continue
        joined = last is not None and _joined(last, subject, index, allowed, words, valued, loose)
        runs[subject.start] = runs[last.start] if last is not None and joined else []
        runs[subject.start].append(subject)
        last = subject
    return dict(runs)


def _joined(
    left: SubjectMention,
    right: SubjectMention,
    index: ArticleIndex,
    allowed: frozenset[str],
    words: LinkWords,
    valued: bool,
    loose: bool,
) -> bool:
    gap = index.lower[left.end : right.start]
    if not gap or index.sentence[left.start] != index.sentence[right.start]:
        return False
    if gap[-2:] == words.beside:  # "Pati, Demak, dan Grobogan, di samping Sragen"
        gap = gap[:-2] or ["dan"]
    if loose:
        listed = gap[0] in words.joins and not any(word[:1].isdigit() for word in gap)
        return listed and len(gap) <= _LOOSE_JOIN and not _is_clause(gap, words)
    if not valued:
        return len(gap) <= _LONGEST_JOIN and all(word in allowed for word in gap)
    if len(gap) > _LONGEST_VALUE:
        return False
    for opening, closing in ("()", "[]"):
        if opening in gap and closing in gap:
            gap = gap[: gap.index(opening)] + gap[gap.index(closing) + 1 :]
    return all(word in allowed or word[:1].isdigit() for word in gap)


def _is_clause(gap: Sequence[str], words: LinkWords) -> bool:
    """Whether the words between two subjects say something new of the second."""
    verbs = words.attaining | words.passives | (words.clause_marks - {",", ";"}) | words.holders
    return any(word in verbs and word not in words.joins for word in gap)
