"""Lists of numbers: what the first of them is, the others are as well."""

from bisect import bisect_right
from dataclasses import replace

from extractor.lexicon.numbers import number_words
from extractor.mentions.kinds import NumberMention

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
    numbers: list[NumberMention], words: list[str], starts: list[int]
) -> list[NumberMention]:
    """Return `numbers` with scores carried on to whole numbers right behind them.

    `masing-masing mengantongi nilai MCP 88, 81, dan 79 pada 2023`: all three are scores. What
    counts things is none: `nilai 88 dan 12 rekomendasi`. `starts` are the tokens where sentences
    begin.
    """
    settled: list[NumberMention] = []
    for number in numbers:
        last = settled[-1] if settled else None
        open_role = number.role in ("count", "other") and number.cue in ("count", "no-cue")
        if last is not None and last.role == "score" and open_role:
            whole = last.value == last.value.to_integral_value()
            if whole and _goes_on(last, number, words, starts):
                number = replace(number, role="score", cue="list")
        settled.append(number)
    return settled


def _goes_on(
    last: NumberMention, number: NumberMention, words: list[str], starts: list[int]
) -> bool:
    """Whether only joins stand between and nothing that is counted, or listed, follows."""
    lexicon = number_words()
    between = words[last.end : number.start]
    if not between or any(word not in lexicon.list_joins for word in between):
        return False
    following = words[number.end] if number.end < len(words) else "."
    same = bisect_right(starts, number.end + 1) == bisect_right(starts, number.start)
    if following == "." and same and number.end + 1 < len(words):
        return False  # "Kota Makassar 95, 2. Kabupaten Gowa 94"
    return following in lexicon.closers or not following.isalnum()
