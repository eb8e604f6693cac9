"""Who said it: a sieve of passes from the surest to the least sure.

Each pass sees the quotes that earlier passes left open; the record keeps the pass as `rule`.
"""

from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from extractor.lexicon.verbs import speech_words
from extractor.links.cast import Cast
from extractor.mentions import spans
from extractor.mentions.kinds import DateMention, QuoteMention

_REACH = 14


@dataclass(frozen=True, slots=True)
class SpokenQuote:
    """What somebody said: token spans of its parts, the speaker, the verb, the day of saying."""

    parts: tuple[tuple[int, int], ...]
    kind: Literal["direct", "indirect"]
    speaker: str | None
    verb: str | None
    rule: str
    day: str | None = None


Found = tuple[str | None, str]


def attribute(doc: Doc) -> list[SpokenQuote]:
    """Return the quotes of `doc` with their speakers, in order."""
    groups: list[list[QuoteMention]] = []
    for mention in spans.read(doc, QuoteMention):
        if mention.part >= 0 and groups:
            groups[-1].append(mention)
        else:
            groups.append([mention])
    if not groups:
        return []
    cast = Cast(doc)
    dates = spans.read(doc, DateMention)
    return [_quote(group, cast, dates) for group in groups]


def _quote(group: list[QuoteMention], cast: Cast, dates: list[DateMention]) -> SpokenQuote:
    told = next((mention for mention in group if mention.cue_start >= 0), group[0])
    speaker, rule = _speaker(group, told, cast)
    return SpokenQuote(
        parts=tuple((mention.start, mention.end) for mention in group),
        kind=told.kind,
        speaker=speaker,
        verb=told.verb or None,
        rule=rule,
        day=_day(told, cast, dates),
    )


def _speaker(group: list[QuoteMention], told: QuoteMention, cast: Cast) -> Found:
    if told.cue_start < 0:
        return _unattributed(group, cast)
    if told.cue_start < told.start:
        return (
            _behind_verb(told, told.start, cast)
            or _ahead_of_verb(told, cast)
            or _in_focus(told.cue_start, cast, "pronoun-last-speaker")
        )
    return (
        _behind_verb(told, min(told.cue_end + _REACH, cast.sentence_end(told.cue_start)), cast)
        or _between(told, cast)
        or _in_focus(group[0].start, cast, "pronoun-last-speaker")
    )


def _behind_verb(told: QuoteMention, stop: int, cast: Cast) -> Found | None:
    """`kata Sri`, `ujar Kepala Dinas X, Suryadi`, `kata juru bicara itu, Budi`; None if untold."""
    words, at = speech_words(), told.cue_end
    if told.verb.lower() in words.pointing_back or told.verb.lower() in words.active:
        return None
    while at < stop and cast.lower[at] in words.fillers:
        at += 1
    if at >= stop or cast.lower[at] in words.pronouns:
        return None
    at = cast.past_titles(at)
    for reference in cast.within(at, min(at + 2, stop)):
        return cast.people[reference.person].name, f"verb-{reference.how}"
    end = cast.capitalised(at)
    if end > at and at < stop:
        return (cast.stranger(at, end) or None), "verb-stranger"
    return _described(at, stop, cast)


def _described(at: int, stop: int, cast: Cast) -> Found | None:
    """The speaker told by what he is: `kata gubernur`, `tutur mantan camat itu`, `ujar warga`."""
    words = speech_words()
    if at >= stop or not cast.lower[at][:1].isalpha():
        return None
    holder = cast.holder(at)
    if holder is not None:
        return cast.people[holder].name, "verb-office"
    clause = at
    while clause < stop and cast.words[clause] not in (",", ".", ";", "(") and clause - at < _REACH:
        clause += 1
    if cast.lower[at] in words.unnamed:
        return None, "verb-unnamed"
    if any(word in words.pointing for word in cast.lower[at:clause]):
        return None
    for reference in cast.within(at, min(clause + 2, stop)):
        return cast.people[reference.person].name, "verb-role-name"
    return None


def _ahead_of_verb(told: QuoteMention, cast: Cast) -> Found | None:
    """`Noorhayati menimpali, "…"`: the subject of the verb before the quote."""
    begin = cast.sentence(told.cue_start)
    named = cast.within(begin, told.cue_start)
    subjects = [reference for reference in named if cast.is_subject(reference)]
    if subjects and not any(
        word in speech_words().pronouns for word in cast.lower[subjects[-1].end : told.cue_start]
    ):
        return cast.people[subjects[-1].person].name, "name-verb"
    return None


def _between(told: QuoteMention, cast: Cast) -> Found | None:
    """`"…," Sri menambahkan`: the subject between the quote and its verb."""
    for reference in cast.within(told.end, told.cue_start):
        return cast.people[reference.person].name, "name-verb"
    return None


def _in_focus(at: int, cast: Cast, rule: str) -> Found:
    """`katanya`, `ia menambahkan`, `sambung mantan camat itu`: who was spoken of last."""
    person = cast.focus(at)
    return (None, "nobody") if person is None else (cast.people[person].name, rule)


def _unattributed(group: list[QuoteMention], cast: Cast) -> Found:
    """A quote without verb: whoever was spoken of last, else whoever speaks next."""
    speaker, rule = _in_focus(group[0].start, cast, "last-speaker")
    if speaker is not None:
        return speaker, rule
    following = cast.first_after(group[-1].end)
    return (None, "nobody") if following is None else (cast.people[following].name, "next-speaker")


def _day(told: QuoteMention, cast: Cast, dates: list[DateMention]) -> str | None:
    """The day in the sentence of the verb: `kata Sri, Sabtu (4/1/2025)`."""
    if told.cue_start < 0:
        return None
    begin = told.cue_start
    end = cast.sentence_end(told.cue_start)
    if told.cue_start < told.start:
        begin, end = cast.sentence(told.cue_start), told.start
    for date in dates:
        if begin <= date.start < end and date.first is not None and date.first == date.last:
            return date.first.isoformat()
    return None
