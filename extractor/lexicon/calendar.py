"""The Indonesian calendar: months, weekdays and the words that place a day, month or year."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_yaml

_FILE = "calendar.yaml"
_GROUPS = {"months": 12, "weekdays": 7}


@dataclass(frozen=True, slots=True)
class Calendar:
    """The words of `calendar.yaml`; see there for what each is."""

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    dayparts: tuple[str, ...]
    ranges: tuple[str, ...]
    edges: tuple[str, ...]
    next: tuple[str, ...]
    last: tuple[str, ...]
    planned: tuple[str, ...]
    days_away: Mapping[str, int]
    vague_before: tuple[str, ...]
    counted_back: Mapping[str, int]
    back: tuple[str, ...]
    back_alone: tuple[str, ...]
    months_away: Mapping[str, int]
    day_words: tuple[str, ...]
    month_words: tuple[str, ...]
    year_words: tuple[str, ...]
    thousand: tuple[str, ...]
    habits: tuple[str, ...]
    month_cues: tuple[str, ...]
    weekday_cues: tuple[str, ...]
    names: tuple[str, ...]
    numerals: Mapping[str, int]
    year_parts: Mapping[str, int]
    ordinals: Mapping[str, int]
    years_away: Mapping[str, int]
    years_on: Mapping[str, int]
    laws: tuple[str, ...]
    counted: tuple[str, ...]
    counting: tuple[str, ...]
    vague_counts: tuple[str, ...]
    monthly: tuple[str, ...]
    daily: tuple[str, ...]
    running: tuple[str, ...]
    basis_cues: tuple[str, ...]
    same_parts: tuple[str, ...]
    same_words: tuple[str, ...]
    same_joins: tuple[str, ...]
    first_months: tuple[str, ...]

    def month(self, word: str) -> int:
        """Return the number of the month that `word` names ("Nop." is 11; KeyError if none)."""
        return _numbers(self.months, 1)[word.rstrip(".").lower()]

    def weekday(self, word: str) -> int:
        """Return the number of the weekday that `word` names ("Jum'at" is 4; KeyError if none)."""
        return _numbers(self.weekdays, 0)[word.lower()]


@cache
def load() -> Calendar:
    """Return the calendar (raises LexiconError when its file breaks the rules)."""
    return parse(read_yaml(_FILE))


def parse(content: object) -> Calendar:
    """Return the calendar in `content` (raises LexiconError, naming the entry)."""
    names = [field.name for field in fields(Calendar)]
    if not isinstance(content, dict) or set(content) != set(names):
        wrong = sorted(set(names) ^ set(content)) if isinstance(content, dict) else names
        raise LexiconError(f"{_FILE}: missing or unknown: {', '.join(map(str, wrong))}")
    values: dict[str, Any] = {name: _checked(name, content[name]) for name in names}
    return Calendar(**values)


def _checked(name: str, value: object) -> object:
    if name in _GROUPS:
        if not isinstance(value, list) or len(value) != _GROUPS[name]:
            raise LexiconError(f"{_FILE}: {name} must have {_GROUPS[name]} entries")
        groups = tuple(_words(name, group) for group in value)
        _distinct(name, [word.lower() for group in groups for word in group])
        return groups
    if isinstance(value, dict):
        _distinct(name, list(_words(name, list(value))))
        for word, number in value.items():
            if type(number) is not int:
                raise LexiconError(f"{_FILE}: {name}: {word!r} must be a whole number")
        return dict(value)
    words = _words(name, value)
    _distinct(name, list(words))
    return words


def _words(name: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not value:
        raise LexiconError(f"{_FILE}: {name} must be a list of words")
    for word in value:
        if not isinstance(word, str) or not word.strip():
            raise LexiconError(f"{_FILE}: {name}: {word!r} must be text")
    return tuple(value)


def _distinct(name: str, words: list[str]) -> None:
    for word in words:
        if words.count(word) > 1:
            raise LexiconError(f"{_FILE}: {name}: {word!r} stands there twice")


@cache
def _numbers(groups: tuple[tuple[str, ...], ...], first: int) -> dict[str, int]:
    numbered = enumerate(groups, first)
    return {word.rstrip(".").lower(): at for at, group in numbered for word in group}
