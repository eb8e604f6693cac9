"""Names before the office: "Budi Santoso, Kepala Dinas X,"."""

from extractor.mentions.officials.grammar import Grammar, Reading
from extractor.mentions.officials.labels import Labels
from extractor.mentions.officials.lexing import Item, lex
from extractor.mentions.officials.names import Name

_WINDOW = 160
_CLOSING = (",", ".", ")", ";", ":")


class Backward:
    """Looks for a name to the left of an office that has none to its right."""

    def __init__(self, text: str, labels: Labels, grammar: Grammar) -> None:
        self.text = text
        self.labels = labels
        self.grammar = grammar

    def name(self, office: int, line: int, reading: Reading, taken: int) -> Name | None:
        """Return the name before the office at `office`; nothing before `taken` is free."""
        items = self._items(office, line, taken)
        if not items:
            return None
        after = reading.after
        if after is not None and after.text.lower() in self.labels.offices.pointing:
            return None  # "Kapolsek itu"
        return self._apposed(items, reading)

    def introduced(self, office: int, line: int, taken: int, *, closed: bool) -> Name | None:
        """Return the name in "kata Rini Astuti, CEO Sinar Raya": a verb of saying brings it in.

        With `closed` a comma follows the office: "Lalu, Rini Astuti, CEO Sinar Raya, pulang".
        """
        items = self._items(office, line, taken)
        if not items or items[-1].kind != "comma":
            return None
        name, opener, _ = self._ending(items, len(items) - 1)
        if name is None or name.words < 2:
            return None
        apposed = closed and (not opener or items[opener - 1].kind in ("comma", "stop"))
        return name if apposed or self._is_introduced(items, opener) else None

    def _items(self, office: int, line: int, taken: int) -> list[Item]:
        start = max(line, taken, office - _WINDOW)
        while start > line and start > taken and not self.text[start - 1].isspace():
            start += 1
            if start >= office:
                return []
        return list(lex(self.text, start, office))

    def _apposed(self, items: list[Item], reading: Reading) -> Name | None:
        """Return the name in "Budi Santoso, M.Si., Kepala Dinas X," or "Budi selaku Kepala X"."""
        at, linked = self._link(items), True
        if at is None:
            at, linked = len(items), False
            if not reading.parts:
                return None
            if items[-1].text in (",", "("):
                if reading.after is not None and reading.after.text not in _CLOSING:
                    return None
                at -= 1
        name, opener, end = self._ending(items, at)
        if name is None:
            return None
        if not linked and end == len(items):
            # `tegas M Yasir Camat Gondang.`: no comma, so something must bring a person in.
            return name if self._is_introduced(items, opener) and name.words > 1 else None
        alone = self._is_alone(items, opener, end, reading)
        return name if name.words > 1 or name.titled or alone else None

    def _ending(self, items: list[Item], at: int) -> tuple[Name | None, int, int]:
        """Return the name that ends before item `at`, where its titles begin, and its end."""
        end = at
        while end > 0 and self._is_behind_name(items[end - 1]):
            end -= 1
        first = end
        while first > 0 and self._is_part(items, first - 1):
            first -= 1
        opener = first
        while opener > 0 and (
            self.labels.is_honorific(items[opener - 1])
            or self.labels.rank_length(items, opener - 1)
        ):
            opener -= 1
        name = self.grammar.names.read(items[:end], opener) if first < end else None
        return name, opener, end

    def _is_behind_name(self, item: Item) -> bool:
        """Tell whether `item` may stand behind a name: a comma, a degree, the age in brackets."""
        aged = item.kind == "bracket" and item.text[1:-1].strip().isdigit()
        return aged or item.kind == "comma" or self.labels.is_degree(item)

    def _is_introduced(self, items: list[Item], at: int) -> bool:
        return at > 0 and items[at - 1].text.lower() in self.labels.offices.introducing

    def _is_alone(self, items: list[Item], opener: int, end: int, reading: Reading) -> bool:
        """Tell whether one word is a whole name: "menurut Suryadi, Kepala Dinas X,"."""
        word = items[end - 1]
        if word.text in self.labels.offices.complement or word.kind != "word":
            return False
        if word.text in self.labels.names.given or self._is_introduced(items, opener):
            return True
        closed = reading.after is not None and reading.after.text in (",", ")")
        return opener == 0 and closed and not word.text.endswith("nya")

    def _link(self, items: list[Item]) -> int | None:
        for size in (4, 3, 2, 1):
            words = " ".join(item.text.lower() for item in items[-size:])
            if len(items) > size and words in self.labels.offices.links_back:
                return len(items) - size
        return None

    def _is_part(self, items: list[Item], at: int) -> bool:
        item = items[at]
        if not self.labels.is_name_word(item) or self.labels.is_honorific(item):
            return False
        if self.labels.is_acronym(item) and not self.labels.is_noble(items, at):
            return False
        loose = item.text.lower() in self.labels.offices.introducing or item.text.endswith("nya")
        if loose:
            return item.text in self.labels.names.given
        return self.labels.region(item) < 0 and not self.labels.is_office_word(item)
