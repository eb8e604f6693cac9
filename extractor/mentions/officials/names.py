"""Reading a name: past its titles, up to its degrees, and never a body, a verb or a thing."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractor.mentions.officials.bodies import Bodies
from extractor.mentions.officials.labels import Labels
from extractor.mentions.officials.lexing import Item

# A headline's verb: "Presiden Prancis Emmanuel Macron Menikahi …".
_VERB = re.compile(
    r"Me(?:m[bp]|n[dtcj]|ng|ny|r[aeiou]|l[aeiou])[a-z]{3,}|Di[a-z]{4,}(?:kan|i)|Ber[a-z]{5,}"
)
MAX_NAME = 7
_MONTH_NAMES = frozenset(("Juli", "Mei", "Maret", "Agustus", "Januari", "Hari"))


@dataclass(frozen=True, slots=True)
class Name:
    """A name in the text, without titles; `titled` when an honorific or rank stood before it."""

    start: int
    end: int
    words: int
    titled: bool
    known: bool
    after: Item | None
    goes_on: bool = False
    """Whether the clause, and no list, goes on behind the name and its comma."""


class Names:
    """Reads names in one article."""

    def __init__(self, labels: Labels, bodies: Bodies) -> None:
        self.labels = labels
        self.bodies = bodies

    def read(self, items: Sequence[Item], at: int) -> Name | None:
        """Return the name that begins at `at`, past honorifics and ranks; None without one."""
        first, titled = self._skip_titles(items, at)
        end = first
        while end < len(items) and end - first < MAX_NAME and self._in_name(items, first, end):
            end += 1
        if end == first or not self._is_name(items[first:end], titled=titled):
            return None
        return Name(
            items[first].start,
            items[end - 1].end,
            end - first,
            titled,
            self._is_known(items, first, end),
            items[end] if end < len(items) else None,
            self._goes_on(items, end),
        )

    def _goes_on(self, items: Sequence[Item], at: int) -> bool:
        """Tell whether the clause goes on at `at`: ", mengatakan", ", Jumat", ".", not ", dan"."""
        while at < len(items) and (items[at].kind == "comma" or self.labels.is_degree(items[at])):
            at += 1
        if at >= len(items) or items[at].kind in ("stop", "bracket"):
            return True
        item = items[at]
        if item.text.islower():
            return item.text not in self.labels.offices.listing
        return item.text in self.labels.names.not_names

    def _is_known(self, items: Sequence[Item], first: int, end: int) -> bool:
        """Tell whether one of the words is surely of a person."""
        given = self.bodies.is_given
        return self.labels.is_noble(items, first) or any(given(i) for i in items[first:end])

    def _skip_titles(self, items: Sequence[Item], at: int) -> tuple[int, bool]:
        titled = False
        while at < len(items):
            rank = self.labels.rank_length(items, at)
            if not rank and not self.labels.is_title(items, at):
                break
            titled = True
            at += rank or 1
            # "Prof., Dr. Ani" and "Ir, Budi" have a comma too much.
            if at + 1 < len(items) and items[at].kind == "comma" and not rank:
                at += self.labels.is_honorific(items[at + 1])
        return at, titled

    def _in_name(self, items: Sequence[Item], first: int, at: int) -> bool:
        labels, item = self.labels, items[at]
        if item.text in labels.names.particles and at > first:
            while at < len(items) and items[at].text in labels.names.particles:
                at += 1  # "Boris van der Vorst"
            return at < len(items) and items[at].is_capitalised
        if at == first and labels.is_noble(items, at):
            return True
        if not item.is_capitalised:
            return False
        if item.start in labels.heads and not self._ends_name(items, first, at):
            return False
        if item.text.rstrip(".") in labels.offices.acting:
            return False
        if item.text in labels.names.not_names and not self._is_month_name(items, first, at):
            return False
        if at > first and _VERB.fullmatch(item.text) and not labels.names.is_known(item.text):
            return False  # a headline: "Presiden Prancis Menikahi …"
        return not (at > first and labels.is_degree(item))

    def _is_month_name(self, items: Sequence[Item], first: int, at: int) -> bool:
        """Tell whether a month is of a name: "Raja Juli Setia", "Raja Juli, …"."""
        after = items[at + 1] if at + 1 < len(items) else None
        ends = at == first + 1 and after is not None and after.kind == "comma"
        between = after is not None and self.labels.is_name_word(after)
        return at > first and (between or ends) and items[at].text in _MONTH_NAMES

    def _ends_name(self, items: Sequence[Item], first: int, at: int) -> bool:
        """`Wakil Presiden Zainal Hakim, …`: an office that is a name too, and names nobody here."""
        follows = at + 1 < len(items) and items[at + 1].is_capitalised
        given = items[first].text in self.labels.names.given
        return at > first and given and items[at].text in self.labels.names.given and not follows

    def _is_name(self, words: Sequence[Item], *, titled: bool) -> bool:
        labels = self.labels
        first = words[0]
        if len(words) > 1 and (labels.is_noble(words, 0) or labels.are_initials(words, 0)):
            return True
        if len(words) == 1 and (labels.is_noble(words, 0) or first.kind == "initial"):
            return False
        if not titled and labels.is_degree(first):
            return False
        if self._is_function(words, titled=titled):
            return False
        if first.text in labels.offices.bearers or first.text in labels.offices.place_words:
            return False
        if _VERB.fullmatch(first.text) and not self.bodies.is_given(first):
            return False
        if not titled and labels.is_office_word(first) and first.text not in labels.names.given:
            return False
        if all(labels.is_acronym(word) for word in words):
            return titled and len(first.text) > 3
        if self._is_body(words, titled=titled):
            return False
        return titled or any(labels.region(word) < 0 for word in words)

    def _is_function(self, words: Sequence[Item], *, titled: bool) -> bool:
        """Tell whether the words are of a state or function: "Indonesia Maju", "Pastor Paroki"."""
        labels = self.labels
        if not titled and all(self._is_of_state(word) for word in words):
            return True
        second = len(words) > 1 and labels.is_office_word(words[1])
        return second and labels.is_honorific(words[0])

    def _is_of_state(self, word: Item) -> bool:
        """Tell whether `word` is of a state or a field, and no name: "Indonesia", "Maju"."""
        offices = self.labels.offices
        known = word.text in offices.complement or word.text in offices.states
        return (known or word.text in offices.weak) and not self.bodies.is_given(word)

    def _is_body(self, words: Sequence[Item], *, titled: bool) -> bool:
        """Tell whether the words are of a body or a thing: "Sinar Group", "Cup", "X"."""
        labels, given = self.labels, self.bodies.is_given
        last = words[-1]
        if last.text in labels.offices.body_ends or all(len(word.text) == 1 for word in words):
            return True
        if any(char.isdigit() for char in last.text):
            return True
        opens = words[0].text in labels.offices.place_openers and len(words) > 1
        if not titled and opens and not any(map(given, words)):
            return True  # "Forum Pulau Pari"
        if not titled and last.text in labels.offices.directions and not given(last):
            return True
        fields = (w for w in words if labels.offices.shapes.fullmatch(w.text) and not given(w))
        return not titled and any(True for _ in fields)
