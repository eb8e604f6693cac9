"""Who said it: a sieve of passes from the surest to the least sure.

Each pass sees the quotes that earlier passes left open; the record keeps the pass as `rule`.
"""

from bisect import bisect_left
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from extractor.mentions import spans
from extractor.mentions.kinds import DateMention, QuoteMention
from extractor.mentions.surface import Surface, surface
from extractor.speech.focus import Focus
from extractor.speech.indirect_speech import IndirectSpeech
from extractor.speech.person_index import PersonIndex
from extractor.speech.verb_speakers import WRITTEN, Found, behind_verb, no_one
from extractor.speech.wording import REACH


@dataclass(frozen=True, slots=True)
class SpokenQuote:
    """What somebody said: its parts as characters, the speaker, the verb, the day of saying."""

    parts: tuple[tuple[int, int], ...]
    kind: Literal["direct", "indirect"]
    speaker: str | None
    verb: str | None
    rule: str
    day: str | None = None


# Characters of a mark, of a line that is a link; tokens to the next quote beside one.
_MARK, _LINK, _BESIDE = 3, 80, 6
_ABOVE = 2
# By these rules somebody speaks whom nothing else in the sentence need bring up.
_BY_VERB = frozenset(("verb-stranger", "verb-role-name", "verb-unnamed", "verb-office"))


def attribute(doc: Doc) -> list[SpokenQuote]:
    """Return the direct and indirect quotes of `doc` with their speakers, in order.

    Reported speech counts only where its speaker has a name.
    """
    groups: list[list[QuoteMention]] = []
    for mention in spans.read(doc, QuoteMention):
        if mention.part >= 0 and groups:
            groups[-1].append(mention)
        else:
            groups.append([mention])
    index = PersonIndex(doc)
    focus = Focus(index)
    dates = spans.read(doc, DateMention)
    seen = surface(doc)
    groups = [
        group
        for n, group in enumerate(groups)
        if not (_is_slogan(seen, groups, n, focus) or _is_of_account(index, group))
    ]
    quotes = [_quote(seen, group, focus, dates) for group in groups]
    # "bunyi pengumuman itu", "tulis akun X": words on a page are speech only of a person.
    quotes = [q for q in quotes if q.speaker is not None or q.verb not in WRITTEN]
    cues = frozenset(m.cue_start for group in groups for m in group)
    for report in IndirectSpeech(focus, cues, dates).find():
        quotes.append(
            SpokenQuote(
                parts=tuple(_chars(seen, start, end) for start, end in report.parts),
                kind="indirect",
                speaker=report.speaker,
                verb=index.words[report.cue],
                rule=report.rule,
                day=report.day,
            )
        )
    return sorted(quotes, key=lambda quote: quote.parts)


def _is_slogan(seen: Surface, groups: list[list[QuoteMention]], n: int, focus: Focus) -> bool:
    """Tell whether the quote on a line of its own is nobody's: no person and no quote beside it.

    "Saksikan siaran kami. / "Pagi Poso, Pagi Ceria!""
    """
    first = groups[n][0]
    if first.cue_start >= 0 or first.rule != "sentence" or len(groups[n]) > 1:
        return False
    start, end = spans.bounds_in(seen, first)
    line = seen.text.rfind("\n", 0, start) + 1
    stop = seen.text.find("\n", end)
    if start - line > _MARK or len(seen.text[end:stop].strip() if stop >= 0 else "") > _MARK:
        return False
    above = bisect_left(seen.offsets, _paragraph_above(seen.text, line))
    if focus.is_met(above, first.start) or (n > 0 and groups[n - 1][-1].end > above):
        return False
    return n + 1 == len(groups) or groups[n + 1][0].start - first.end > _BESIDE


def _is_of_account(index: PersonIndex, group: list[QuoteMention]) -> bool:
    """Tell whether an account without a name speaks: "komentar akun lain", "ujar @poso"."""
    told = next((mention for mention in group if mention.cue_start >= 0), group[0])
    behind = index.words[told.cue_end : told.cue_end + 2] if told.cue_start >= told.end else []
    first = behind[0] if behind else ""
    return first.startswith("@") or first == "akun" or behind == ["pemilik", "akun"]


def _paragraph_above(text: str, line: int) -> int:
    """Return where two paragraphs above the line at `line` begin; links between do not count."""
    begin, paragraphs = line, 0
    while begin > 0 and paragraphs < _ABOVE:
        end = begin
        while end > 0 and text[end - 1].isspace():
            end -= 1
        begin = text.rfind("\n", 0, end) + 1
        linked = end - begin < _LINK or text.startswith("Baca ", begin)
        paragraphs += not linked
    return begin


def _chars(seen: Surface, start: int, end: int) -> tuple[int, int]:
    last = end - 1
    return seen.offsets[start], seen.offsets[last] + len(seen.words[last])


def _quote(
    seen: Surface, group: list[QuoteMention], focus: Focus, dates: list[DateMention]
) -> SpokenQuote:
    told = next((mention for mention in group if mention.cue_start >= 0), group[0])
    speaker, rule = _speaker(group, told, focus)
    if rule in _BY_VERB:
        focus.note(told.cue_start, None if speaker is None else focus.index.number(speaker))
    return SpokenQuote(
        parts=tuple(spans.bounds_in(seen, mention) for mention in group),
        kind="direct",
        speaker=speaker,
        verb=told.verb or None,
        rule=rule,
        day=_day(told, focus.index, dates),
    )


def _speaker(group: list[QuoteMention], told: QuoteMention, focus: Focus) -> Found:
    index = focus.index
    if told.cue_start < 0:
        return _unattributed(group, focus)
    if told.cue_start < told.start:
        return (
            behind_verb(told.cue_start, told.cue_end, told.start, index)
            or _ahead_of_verb(told, focus)
            or _in_focus(told.cue_start, focus, "pronoun-last-speaker")
        )
    stop = min(told.cue_end + REACH, index.sentence_end(told.cue_start))
    # `…," melanjutkan Bambang.`: nothing but marks before the verb, so its subject is behind it.
    inverted = not any(word[:1].isalnum() for word in index.words[told.end : told.cue_start])
    return (
        behind_verb(told.cue_start, told.cue_end, stop, index, inverted=inverted)
        or _between(told, index)
        or _in_focus(group[0].start, focus, "pronoun-last-speaker")
    )


def _ahead_of_verb(told: QuoteMention, focus: Focus) -> Found | None:
    """`Noorhayati menimpali, "…"`: the subject of the verb before the quote."""
    index = focus.index
    named = index.within(index.sentence(told.cue_start), told.cue_start)
    subjects = [reference for reference in named if focus.is_subject(reference)]
    if subjects and not any(
        word in index.speech.pronouns for word in index.lower[subjects[-1].end : told.cue_start]
    ):
        return index.people[subjects[-1].person].name, "name-verb"
    return None


def _between(told: QuoteMention, index: PersonIndex) -> Found | None:
    """`"…," Sri menambahkan`: the subject between the quote and its verb."""
    for reference in index.within(told.end, told.cue_start):
        return index.people[reference.person].name, "name-verb"
    return None


def _in_focus(at: int, focus: Focus, rule: str) -> Found:
    """`katanya`, `ia menambahkan`, `sambung mantan camat itu`: who was spoken of last."""
    person = focus.before(at)
    if person is None and focus.is_empty(at):
        # "Boneka itu diberikan Bupati Poso Rina Lamato": no subject, but the one person there is.
        person, rule = focus.index.only_official(at), "only-official"
    return no_one("nobody") if person is None else (focus.index.people[person].name, rule)


def _unattributed(group: list[QuoteMention], focus: Focus) -> Found:
    """A quote without verb: whoever was spoken of last.

    `Rina: "…"` names the speaker right before it.
    """
    index, first = focus.index, group[0]
    if first.rule == "colon":
        for reference in reversed(index.within(index.sentence(first.start), first.start)):
            return index.people[reference.person].name, "colon"
    return _in_focus(first.start, focus, "last-speaker")


def _day(told: QuoteMention, index: PersonIndex, dates: list[DateMention]) -> str | None:
    """The day in the sentence of the verb: `kata Sri, Sabtu (4/1/2025)`."""
    if told.cue_start < 0:
        return None
    begin = told.cue_start
    end = index.sentence_end(told.cue_start)
    if told.cue_start < told.start:
        begin, end = index.sentence(told.cue_start), told.start
    for date in dates[bisect_left(dates, begin, key=lambda date: date.start) :]:
        if date.start >= end:
            break
        if date.first is not None and date.first == date.last:
            return date.first.isoformat()
    return None
