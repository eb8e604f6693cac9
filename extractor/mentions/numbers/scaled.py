"""Values with the full score beside them: `3,48 dari 5,00`, `82 dari skala 100`."""

from bisect import bisect_right
from dataclasses import replace

from extractor.lexicon.numbers import number_words
from extractor.mentions.kinds import NumberMention

_MOVE_REACH = 10
_BETWEEN = 3
_VERBS = ("di", "me", "ber", "ter")


def scaled(
    numbers: list[NumberMention], words: list[str], starts: list[int]
) -> list[NumberMention]:
    """Return `numbers` with full scores told from values; `starts` are where sentences begin."""
    settled: list[NumberMention] = []
    for number in numbers:
        last = settled[-1] if settled else None
        if last is not None and _is_full(last, number, words, starts):
            settled[-1] = replace(last, out_of=number.value)
            number = replace(number, role="scale", cue="out-of")
        settled.append(number)
    return settled


def _is_full(
    last: NumberMention, number: NumberMention, words: list[str], starts: list[int]
) -> bool:
    """Whether `number` is the most that `last` could be, and no value it came from."""
    lexicon = number_words()
    between = words[last.end : number.start]
    if last.role != "score" or not between or between[0] != "dari" or len(between) > _BETWEEN:
        return False
    told = between[1:]
    if number.unit in ("persen", "%") or not all(word in lexicon.fullness for word in told):
        return False
    if number.role not in ("score", "scale", "other", "count") or number.value < last.value:
        return False
    if told:
        return True
    following = words[number.end] if number.end < len(words) else "."
    if following.isalpha() and not _closes(following) and following != "poin":
        return False  # "3 dari 5 daerah"
    begin = starts[bisect_right(starts, last.start) - 1] if starts else 0
    moved = words[max(begin, last.start - _MOVE_REACH) : last.start]
    return number.value in lexicon.full_scores and lexicon.change.isdisjoint(moved)


def _closes(word: str) -> bool:
    """Whether `word` counts nothing: a word of the sentence, or a verb, `diraih`."""
    return word in number_words().closers or word.startswith(_VERBS)
