"""What is said: the clause behind a verb of saying, told from a mere object of the verb.

There is no parser here. A stretch of words is a clause when a word in it can be the predicate:
by its prefix, by the list of helpers, because it follows "… itu", or as a superlative behind
"-nya". Words that only belong to a relative clause ("capaian yang diraih") or an adjunct ("untuk
memperbaiki layanan") do not count.
"""

import re

from extractor.lexicon.reported import reported_words
from extractor.speech.wording import Wording

_VERB = re.compile(r"(?:me[mnrwyl]|meng|ber|di|ter)[a-z]{3,}(?:-[a-z]+)?")
_LONGEST_OCCASION = 40
_TERMINAL = frozenset(".!?…")
_MARKS = frozenset(('"', "“", "”", "'", "‘", "’", ")", "(", ",", ";", ":", "-", "–", "—"))


def has_predicate(wording: Wording, start: int, end: int) -> bool:
    """Tell whether the tokens `start:end` hold the predicate of a clause."""
    words, at = reported_words(), start
    demonstrative = False
    while at < end:
        word = wording.lower[at]
        if word in words.adjuncts:
            return False
        if word in words.relatives:
            at = _past_predicates(wording, at + 1, end)
            demonstrative = False
            continue
        counts = word in words.counting and wording.words[at + 1 : at + 2]
        if counts and counts[0][:1].isdigit():
            return True
        if _is_predicate(word) and not wording.is_capital(at):
            return at > start or word not in words.pointers
        if word in words.superlatives and at > start and wording.lower[at - 1].endswith("nya"):
            return True
        if demonstrative and word.isalpha() and word not in words.asides:
            return True
        demonstrative = word in wording.speech.pointing and at > start
        at += 1
    return False


def _past_predicates(wording: Wording, at: int, end: int) -> int:
    """Return the token behind the predicate of a relative clause: "yang telah diraih | sudah"."""
    while at < end and not _is_predicate(wording.lower[at]):
        if wording.lower[at] in reported_words().adjuncts:
            return at
        at += 1
    while at < end and _is_predicate(wording.lower[at]):
        at += 1
    return at


def _is_predicate(word: str) -> bool:
    words = reported_words()
    if word in words.predicates:
        return True
    return word not in words.no_verbs and bool(_VERB.fullmatch(word))


def first_stretch(wording: Wording, start: int, end: int) -> int:
    """Return where the words from `start` first stop at a comma or the like."""
    at = start
    while at < end and wording.words[at] not in (",", ";", ":"):
        at += 1
    return at


def trim(wording: Wording, start: int, end: int) -> tuple[int, int]:
    """Return the tokens without white space and marks at their ends; brackets and % stay."""
    while start < end and _is_edge(wording.words[start], opening=True):
        start += 1
    while end > start and _is_edge(wording.words[end - 1], opening=False):
        end -= 1
    return start, end


def _is_edge(word: str, *, opening: bool) -> bool:
    if word.isspace():
        return True
    if opening:
        return word in (",", ";", ":", "-", "–", "—", ")", ".")
    return word in _TERMINAL or word in (",", ";", ":", "-", "–", "—", "(", "..", "...")


def occasion(wording: Wording, start: int, end: int, dates: set[int]) -> int:
    """Return where the telling of the occasion begins behind a clause, or `end`.

    "… naik tahun ini | saat ditemui di kantornya, Jumat (5/12)", "… naik | , di Palu, Jumat"
    """
    low = max(start, end - _LONGEST_OCCASION)
    for at in range(low + 1, end - 1):
        pair = f"{wording.lower[at]} {wording.lower[at + 1]}"
        if pair in reported_words().occasions:
            return at
    stop = end
    for at in range(end - 1, low, -1):
        if wording.words[at] != ",":
            continue
        if not _is_place_or_day(wording, at + 1, stop, dates):
            break
        stop = at
    return stop if any(at in dates for at in range(stop, end)) else end


def _is_place_or_day(wording: Wording, start: int, end: int, dates: set[int]) -> bool:
    if start >= end:
        return False
    if any(at in dates for at in range(start, end)):
        return end - start <= 8
    opened = wording.lower[start] in ("di", "dari")
    return opened and end - start <= 8 and not has_predicate(wording, start + 1, end)
