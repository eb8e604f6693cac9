"""The elements of a line: its mentions and words, each one letter, as constructions read them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from extractor.lexicon.constructions import Constructions, constructions
from extractor.links.candidates import COUNTING, OPENING
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.mentions.kinds import (
    AspectMention,
    CohortMention,
    IndexMention,
    NumberMention,
    PeriodMention,
    PredicateMention,
    RankMention,
)
from extractor.structure.article_index import ArticleIndex, Placed

_MARKS = {",": ",", ":": ":", "(": "[", "[": "[", ")": "]", "]": "]", ";": ",", ".": ";", "/": ","}


@dataclass(frozen=True, slots=True)
class Elements:
    """The letters of an article's elements, line by line, and the tokens of each."""

    letters: str
    starts: list[int]
    lines: list[tuple[int, int]]
    """Where each line's elements begin and end in `letters`."""


def elements_of(
    index: ArticleIndex, subjects: Iterable[SubjectMention], known: Constructions | None = None
) -> Elements:
    """Return the elements of the article; the word classes are ours, or those of `known`."""
    owner: dict[int, tuple[str, int]] = {}
    for letter, mention in _mentions(index, subjects):
        if mention.start not in owner:
            owner[mention.start] = (letter, mention.end)
    classes = (known or constructions()).classes()
    letters: list[str] = []
    starts: list[int] = []
    lines: list[tuple[int, int]] = []
    words, line_of = index.lower, index.line
    at, line, begin = 0, -1, 0
    while at < len(words):
        if line_of[at] != line:
            if len(letters) > begin:
                lines.append((begin, len(letters)))
            line, begin = line_of[at], len(letters)
        if words[at].isspace():
            at += 1
            continue
        letter, end = owner.get(at) or (_word(words[at], classes), at + 1)
        letters.append(letter)
        starts.append(at)
        at += 1
        # A grade inside the name of an index stands for itself: "opini WTP".
        while at < end and owner.get(at, ("", 0))[0] != "G":
            at += 1
    lines.append((begin, len(letters)))
    return Elements("".join(letters), starts, lines)


def _mentions(
    index: ArticleIndex, subjects: Iterable[SubjectMention]
) -> Iterable[tuple[str, Placed]]:
    """Yield each mention with its letter; where two begin at one token, the first counts."""
    for subject in _whole(subjects, index.lower):
        if subject.cue == "source":
            continue  # "BPS mencatat": who tells it
        if subject.kind in ("anaphor", "group", "unnamed"):
            yield "A", subject
        else:
            yield _named(subject), subject
    for rank in index.of(RankMention):
        kind = "N" if rank.relation in COUNTING else "O" if rank.relation in OPENING else "P"
        yield kind, rank
    numbers = index.of(NumberMention)
    yield from (("V", number) for number in numbers if number.role == "score")
    yield from (("G", grade) for grade in index.of(PredicateMention))
    yield from (("I", mention) for mention in index.of(IndexMention))
    yield from (("E", aspect) for aspect in index.of(AspectMention))
    yield from (("T", period) for period in index.of(PeriodMention))
    yield from (("K", cohort) for cohort in index.of(CohortMention))
    yield from (("n", number) for number in numbers if number.role != "score")


def _whole(subjects: Iterable[SubjectMention], words: list[str]) -> list[SubjectMention]:
    """Return the subjects, each with the province that tells where it lies: `Awan (Rimba)`."""
    whole: list[SubjectMention] = []
    for subject in subjects:
        last = whole[-1] if whole else None
        mark = words[last.end : subject.start] if last is not None else []
        if last is None or not subject.apposed or mark not in ([","], ["("]):
            whole.append(subject)
        elif mark == [","] or words[subject.end : subject.end + 1] == [")"]:
            whole[-1] = replace(last, end=subject.end + (mark == ["("]))
    return whole


def _named(subject: SubjectMention) -> str:
    """Return the letter of one who is named: `di Kota Rimba` is a site, `di Jambi` where it is."""
    if subject.free or not subject.located:
        return "S"
    return "L" if subject.level in ("", "province") else "H"


def _word(word: str, classes: dict[str, str]) -> str:
    if word in _MARKS:
        return _MARKS[word]
    if word[:1].isdigit():
        return "n"
    return classes.get(word, "w")
