"""The component `fakta_quotes`: words spoken by somebody, in quotation marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.language import Language
from spacy.tokens import Doc

from extractor.mentions import spans
from extractor.mentions.kinds import QuoteMention
from extractor.mentions.quotes.cues import Cue, Cues
from extractor.mentions.quotes.marks import DOUBLE, Pair, Paired, pair
from extractor.mentions.quotes.paragraphs import paragraphs
from extractor.mentions.quotes.posted import Posted
from extractor.mentions.surface import text_of

_WORD = re.compile(r"\w+")
_ATTRIBUTED = re.compile(r",\s+(?=[a-z]+)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*\s")
_TERMINAL = ",.?!…"
_TITLE_BREAK = re.compile(r"[.?!,] ")
# `Wali Kota Jambi Rina Lamato: "Kami siap."`, `Rina Lamato (Wali Kota Jambi): "Kami siap."`
_SPEAKER = re.compile(r"[A-Z][\w'’.-]+ [A-Z][\w'’.-]+\)? ?: ?$")
_SIGNED = re.compile(r"(?<=[.!?…])\s*\((?:red|\*+|[a-z]{2,4}(?:/[a-z]{2,4})*)\)$")
# An opening mark that lost its half: `‘Kami siap,” kata Rina.`
_HALF = "‘'"
_FEW, _SOME, _WHOLE = 3, 4, 5


@dataclass(frozen=True, slots=True)
class Spoken:
    """A stretch of speech, as characters; `joined` when it goes on with the one before."""

    pair: Pair
    cue: Cue | None
    rule: str
    joined: bool = False


class Quotes:
    """Finds speech in quotation marks, paragraph by paragraph."""

    def __init__(self) -> None:
        self.cues = Cues()
        self.posted = Posted()

    def __call__(self, doc: Doc) -> Doc:
        """Write the quotes of `doc`."""
        spans.write(doc, QuoteMention, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[QuoteMention]:
        """Return the pieces of quotes of `doc`, in order."""
        found: list[QuoteMention] = []
        text = text_of(doc)
        for spoken in self.speech(text):
            mention = self._mention(doc, text, spoken, len(found))
            if mention is not None:
                found.append(mention)
        return found

    def speech(self, text: str) -> Iterator[Spoken]:
        """Yield the stretches of speech in `text`, in order, without words on a page."""
        group: list[Spoken] = []
        posted = False
        for spoken in self._stretches(text):
            if not spoken.joined:
                yield from group
                group, posted = [], self._is_under_page(text, spoken)
            group = [] if posted else [*group, spoken]
        yield from group

    def _is_under_page(self, text: str, spoken: Spoken) -> bool:
        """Tell whether a quote without verb opens a line under the telling of a page."""
        at = spoken.pair.outer_start
        if spoken.cue is not None or text[max(0, at - 1) : at] not in ("\n", ""):
            return False
        return self.posted.heads(text, at)

    def _stretches(self, text: str) -> Iterator[Spoken]:
        lines = paragraphs(text)
        goes_on = False
        for number, (start, end) in enumerate(lines):
            paired = self._paired(text, start, end)
            following = lines[number + 1] if number + 1 < len(lines) else None
            spoken = list(self._paragraph(text, start, end, paired, following, goes_on=goes_on))
            yield from spoken
            goes_on = bool(spoken) and spoken[-1].rule == "unclosed"

    def _paired(self, text: str, start: int, end: int) -> Paired:
        if DOUBLE.search(text, start, end):
            return _mended(text, start, pair(text, start, end), self.cues, end)
        single = pair(text, start, end, single=True)
        return Paired(single.pairs, (), ())

    def _paragraph(
        self,
        text: str,
        start: int,
        end: int,
        paired: Paired,
        following: tuple[int, int] | None,
        *,
        goes_on: bool,
    ) -> Iterator[Spoken]:
        pairs = list(paired.pairs)
        if goes_on and paired.closed and not (pairs and pairs[0].outer_start == start):
            # The paragraph goes on with speech that is closed here, without a mark of its own.
            close = paired.closed[0]
            if not pairs or close[0] < pairs[0].outer_start:
                pairs.insert(0, Pair(start, start, close[0], close[1]))
        opened = [mark for mark in paired.opened if mark[0] == start]
        if opened:
            pairs = self._unclosed(text, opened[0], end, pairs)
        last: Spoken | None = None
        for one in pairs:
            joined = goes_on and one.outer_start == start
            goes = text[one.start : one.start + 1].islower() and last is not None
            spoken = self._split(text, last, one, end) if goes and last is not None else None
            spoken = spoken or self._judge(
                text, start, end, one, following, joined=joined, told=last is not None
            )
            if spoken is None and last is not None:
                spoken = self._split(text, last, one, end)
            if spoken is not None:
                last = spoken
                yield spoken

    def _unclosed(
        self, text: str, mark: tuple[int, int], end: int, pairs: list[Pair]
    ) -> list[Pair]:
        """Close a quote without closing mark before its verb, or at the paragraph's end."""
        for match in _ATTRIBUTED.finditer(text, mark[1], end):
            if any(one.outer_start <= match.start() < one.outer_end for one in pairs):
                continue
            cue = self.cues.after(text, match.start(), end)
            if cue is not None and cue.start == match.end():
                whole = Pair(mark[0], mark[1], match.start() + 1, match.start() + 1)
                return [whole, *(one for one in pairs if one.outer_start >= match.end())]
        stop = len(text[:end].rstrip()) if end - mark[1] < len(text) else end
        return [Pair(mark[0], mark[1], min(stop, end), end, closed=False)]

    def _judge(
        self,
        text: str,
        start: int,
        end: int,
        one: Pair,
        following: tuple[int, int] | None,
        *,
        joined: bool,
        told: bool,
    ) -> Spoken | None:
        """Return the speech that the pair holds, or None for a title, slogan or scare quote."""
        content = text[one.start : one.end].strip()
        words = len(_WORD.findall(content[:400]))
        if not words:
            return None
        if not one.closed:
            return self._judge_unclosed(text, start, one, following, joined=joined)
        mark = text[one.outer_end : one.outer_end + 2].lstrip(" ")[:1]
        terminal = content[-1] in _TERMINAL or mark in (",", ".")
        begins = self._begins_sentence(text, start, one.outer_start)
        after = None if _is_title(content) else self.cues.after(text, one.outer_end, end)
        if after is not None and (terminal or begins):
            return Spoken(one, after, "after", joined)
        if joined:
            return Spoken(one, None, "continued", joined)
        single = text[one.outer_start] in "‘'’" and one.start - one.outer_start == 1
        before = self.cues.before(text, one.outer_start, start)
        ended = content[-1] in ".?!…" or mark in (".", "")
        capital = content[0].isupper() or content[0].isdigit() or content[0] in "‘'“\"…"
        leads = text[start : one.outer_start].rstrip()[-1:]
        # `Ia berseru, "Jangan mundur!"`: right behind its verb a quote may be short.
        led = before is not None and not text[before.end : one.outer_start].strip(" ,:;.")
        # "Menurut Rina, “Kami siap.”": and behind who is quoted so
        according = before is not None and before.verb.lower() in self.cues.words.according
        led = led or (according and leads == ",")
        # Behind a colon the full stop may stand outside: `Ia berseru: "Jangan mundur".`
        whole = content[-1] in ".?!…" or (leads in (":", ";") and ended)
        enough = words >= _SOME or (led and words > 1 and whole)
        if before is not None and ended and enough and (capital or leads in (",", ":")):
            return Spoken(one, before, "before", joined)
        if leads == ":" and self.posted.leads(text, start, one.outer_start):
            return None
        named = words > 1 and bool(_SPEAKER.search(text[start : one.outer_start]))
        enough = words >= _SOME or named
        if leads == ":" and capital and content[-1] in ".?!…" and enough and not single:
            return Spoken(one, None, "colon", joined)
        if begins and capital and not single and (told or words >= _FEW) and content[-1] in ".?!…":
            return Spoken(one, None, "sentence", joined)
        if (
            begins
            and capital
            and not single
            and words >= _WHOLE
            and _is_whole(text, start, end, one)
        ):
            return Spoken(one, None, "sentence", joined)
        return None

    def _judge_unclosed(
        self, text: str, start: int, one: Pair, following: tuple[int, int] | None, *, joined: bool
    ) -> Spoken | None:
        """Return the speech without a closing mark, or None where the source broke off."""
        content = text[one.start : one.end].strip()
        if not text[one.end :].strip() and content[-1].isalnum():
            return None  # cut off in the middle of a word
        more = following is not None and bool(DOUBLE.match(text, following[0]))
        rule = "unclosed" if more or len(_WORD.findall(content[:400])) >= _SOME else ""
        cue = self.cues.before(text, one.outer_start, start)
        return Spoken(one, cue, rule, joined) if rule else None

    def _begins_sentence(self, text: str, start: int, at: int) -> bool:
        before = text[max(start, at - 8) : at].rstrip()
        return not text[start:at].strip() or before[-1:] in tuple('.!?:”")…–—•')

    def _split(self, text: str, last: Spoken, one: Pair, end: int) -> Spoken | None:
        """`"Kami siap," kata Sri, "dan akan maju."`: the second piece of one sentence."""
        between = text[last.pair.outer_end : one.outer_start]
        if last.cue is None or last.rule not in ("after", "split") or len(between) > 160:
            return None
        if _SENTENCE_END.search(between + " ") or not between.rstrip().endswith(","):
            return None
        content = text[one.start : one.end].strip()
        if (
            content[-1:] not in (".", "?", "!", "…", ",")
            and text[one.outer_end : one.outer_end + 1] != "."
        ):
            return None
        return Spoken(one, None, "split", joined=True)

    def _mention(self, doc: Doc, text: str, spoken: Spoken, number: int) -> QuoteMention | None:
        start, end = spoken.pair.start, spoken.pair.end
        while start < end and text[start].isspace():
            start += 1
        while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
            end -= 1
        if not spoken.pair.closed and (signed := _SIGNED.search(text, start, end)):
            end = signed.start()
        if start >= end:
            return None
        span = doc.char_span(start, end, alignment_mode="expand")
        assert span is not None  # "expand" finds a span in any text
        mention = QuoteMention(
            start=span.start,
            end=span.end,
            rule=spoken.rule,
            part=number - 1 if spoken.joined and number else -1,
            lead=start - span.start_char,
            trail=span.end_char - end,
        )
        if spoken.cue is None:
            return mention
        cue = doc.char_span(spoken.cue.start, spoken.cue.end, alignment_mode="expand")
        assert cue is not None
        return replace(mention, verb=spoken.cue.verb, cue_start=cue.start, cue_end=cue.end)


def _mended(text: str, start: int, paired: Paired, cues: Cues, end: int) -> Paired:
    """Give the outer quote its mark back when a mark of a nested one is missing."""
    pairs, opened, closed = list(paired.pairs), list(paired.opened), list(paired.closed)
    if opened and pairs and not text[start : opened[0][0]].strip():
        # `“Kota masuk “tinggi saja,” kata Yuliana.`
        for at, one in enumerate(pairs):
            lead = text[opened[0][1] : one.outer_start].rstrip()[-1:]
            if lead.isalnum() and cues.after(text, one.outer_end, end) and at == 0:
                pairs[at] = Pair(opened[0][0], opened[0][1], one.end, one.outer_end)
                opened.pop(0)
                break
    if closed and pairs:
        # `“Kota masuk tinggi” saja,” kata Yuliana.`
        before = [one for one in pairs if one.outer_end <= closed[0][0]]
        if before and text[before[-1].end - 1] not in _TERMINAL:
            one = before[-1]
            if text[one.outer_end : one.outer_end + 1] != "," and cues.after(
                text, closed[0][1], end
            ):
                place = pairs.index(one)
                pairs[place] = Pair(one.outer_start, one.start, closed[0][0], closed[0][1])
                closed.pop(0)
    if not pairs and closed and text[start] in _HALF and text[start + 1].isalnum():
        # `‘Kota kami siap,” kata Yuliana.`
        last = closed.pop(0)
        pairs.append(Pair(start, start + 1, *last))
    if not pairs and len(closed) > 1 and _opens(text, start, closed[0], cues):
        first, last = closed.pop(0), closed.pop(0)
        pairs.append(Pair(*first, *last))
    return Paired(tuple(pairs), tuple(opened), tuple(closed))


def _is_whole(text: str, start: int, end: int, one: Pair) -> bool:
    """Tell whether a pair is a paragraph, or sentences whose full stop stands outside.

    `Warga lega. “Kami siap. Kami senang”.`
    """
    behind = text[one.outer_end : end]
    if one.outer_start == start and not behind.strip(" ."):
        return True
    return behind.startswith(".") and bool(_SENTENCE_END.search(text, one.start, one.end))


def _opens(text: str, start: int, mark: tuple[int, int], cues: Cues) -> bool:
    """Tell whether a closing mark stands where one opens, with a space behind it.

    `Hujan reda. ” Kami lega,” kata Yuliana.`, `Yuliana menimpali,” Kami lega.”`
    """
    before, behind = text[start : mark[0]], text[mark[1] : mark[1] + 2]
    if not (behind[:1].isspace() and behind[1:].isalnum() and not behind[1:].islower()):
        return False
    if not before.strip() or (before[-1].isspace() and before.rstrip()[-1] in ".?!:,"):
        return True
    cue = cues.before(text, mark[0], start)
    return cue is not None and before[-1] in ",:" and start + len(before) == cue.end + 1


def _is_title(content: str) -> bool:
    """Tell whether `content` is written like the title of a work: "Air Mata di Tepi Musi"."""
    words = [word for word in _WORD.findall(content[:200]) if len(word) > _FEW]
    ended = content[-1] in ".?!…" or _TITLE_BREAK.search(content)
    return len(words) > 1 and not ended and all(word[0].isupper() for word in words)


@Language.factory("fakta_quotes")
def create(nlp: Language, name: str) -> Quotes:
    """Return the component."""
    return Quotes()
