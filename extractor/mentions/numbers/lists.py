"""Lists of numbers: what the first of them is, the others are as well."""

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import replace

from extractor.lexicon.numbers import number_words
from extractor.mentions.kinds import NumberMention

_NAME_REACH = 8
_CARRIED = ("share", "contribution", "rate")


def carry_shares(
    numbers: list[NumberMention], words: list[str], starts: list[int]
) -> list[NumberMention]:
    """Return `numbers` with shares carried on through a list.

    `beras dengan andil 0,31 persen, emas 0,28 persen, dan ikan layang 0,17 persen`: all are shares.
    `starts` are the tokens where sentences begin.
    """
    lexicon, settled = number_words(), list[NumberMention]()
    for number in numbers:
        last = settled[-1] if settled else None
        if last is not None and last.role in _CARRIED and number.role in ("score", "share"):
            same = bisect_right(starts, last.start) == bisect_right(starts, number.start)
            between = words[last.end : number.start]
            plain = not (lexicon.score - lexicon.change_fillers - lexicon.weak).intersection(
                between
            )
            if same and number.unit and last.unit == number.unit and plain:
                number = replace(number, role=last.role, cue="list")
        settled.append(number)
    return settled


def carry_scores(
    numbers: list[NumberMention], words: list[str], starts: list[int], subjects: Collection[int]
) -> list[NumberMention]:
    """Return `numbers` with scores carried on to whole numbers right behind them.

    `masing-masing mengantongi nilai MCP 88, 81, dan 79 pada 2023`: all three are scores. What
    counts things is none: `nilai 88 dan 12 rekomendasi`. The next may be another's: `Kota Palu
    dengan nilai 93, Kota Bitung 92`. `starts` are the tokens where sentences begin, `subjects`
    those that end the name of whoever may have a value.
    """
    settled: list[NumberMention] = []
    for number in numbers:
        last = settled[-1] if settled else None
        open_role = number.role in ("count", "other") and number.cue in ("count", "no-cue")
        if last is not None and last.role == "score" and open_role:
            whole = last.value == last.value.to_integral_value()
            if whole and _goes_on(last, number, words, starts, subjects):
                number = replace(number, role="score", cue="list")
        settled.append(number)
    return settled


def _goes_on(
    last: NumberMention,
    number: NumberMention,
    words: list[str],
    starts: list[int],
    subjects: Collection[int],
) -> bool:
    """Whether only joins stand between and nothing that is counted, or listed, follows."""
    lexicon = number_words()
    between = words[last.end : number.start]
    joined = bool(between) and all(word in lexicon.list_joins for word in between)
    if not joined and not _is_of_next(last, number, words, starts, subjects):
        return False
    following = words[number.end] if number.end < len(words) else "."
    same = bisect_right(starts, number.end + 1) == bisect_right(starts, number.start)
    if following == "." and same and number.end + 1 < len(words):
        return False  # "Kota Makassar 95, 2. Kabupaten Gowa 94"
    return following in lexicon.closers or not following.isalnum()


def _is_of_next(
    last: NumberMention,
    number: NumberMention,
    words: list[str],
    starts: list[int],
    subjects: Collection[int],
) -> bool:
    """Whether a name alone stands between, behind a mark: `nilai 93, Kota Bitung 92`."""
    between = words[last.end : number.start]
    named = number.start - 1 in subjects and len(between) <= _NAME_REACH
    same = bisect_right(starts, last.start) == bisect_right(starts, number.start)
    return named and same and between[0] in number_words().list_joins
