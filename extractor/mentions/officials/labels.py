"""Telling what an item is: a word of an office, of a title, or of a name."""

from bisect import bisect_right
from collections.abc import Sequence

from extractor.lexicon.names import name_words
from extractor.lexicon.offices import office_words
from extractor.mentions.officials.lexing import Item, is_degree_text

_INITIALS = 3
_NUMERALS = frozenset("VX")
# "Direktorat Jenderal Perikanan" has no general.
_BEFORE_GENERAL = frozenset(
    (
        "Direktorat",
        "Direktur",
        "Inspektorat",
        "Inspektur",
        "Sekretariat",
        "Sekretaris",
        "Konsulat",
        "Konsul",
    )
)


class Labels:
    """Knows the lexicons and the places of regions and heads of one article."""

    def __init__(self, regions: Sequence[tuple[int, int, str]], heads: dict[int, int]) -> None:
        self.names = name_words()
        self.offices = office_words()
        self.regions = regions
        self.heads = heads
        self._starts = [start for start, _, _ in regions]

    def region(self, item: Item) -> int:
        """Return the position of the region that holds `item`, or -1."""
        at = bisect_right(self._starts, item.start) - 1
        return at if at >= 0 and item.start < self.regions[at][1] else -1

    def holds(self, province: int, region: int) -> bool:
        """Tell whether the one region is the province of the other: "Nagan Raya Aceh"."""
        outer, inner = self.regions[province][2], self.regions[region][2]
        return bool(outer) and inner.startswith(f"{outer}.")

    def is_honorific(self, item: Item) -> bool:
        """Tell whether `item` is dropped before a name: "Drs.", "H.", "Bapak"."""
        plain = item.plain.lower()
        if item.text in self.names.undotted_honorifics:
            return True
        if item.text.isupper() and len(item.text) > 2 and item.text not in self.names.capitals:
            # "Kemendes PDT" has no pastor in it.
            return item.text.endswith(".") and plain in self.names.honorifics
        if item.text == "dr" or item.text == "drg" or item.text == "drh":
            return True
        if not item.text[0].isupper() and not item.text.endswith("."):
            return False
        return plain in self.names.honorifics or plain in self.names.dotted_honorifics

    def rank_length(self, items: Sequence[Item], at: int) -> int:
        """Return how many items from `at` are a rank and its arm: "Komjen Pol (Purn)"."""
        if not items[at].text[0].isupper():
            return 0
        words = tuple(item.plain.lower() for item in items[at : at + 3])
        sizes = (size for size in (3, 2, 1) if words[:size] in self.names.ranks)
        # Fewer words than that may be left.
        length = next(sizes, 0)
        while length and at + length < len(items):
            after = items[at + length]
            arm = after.text.strip("().").lower()
            # The rank again in short: "Marsekal Madya (Marsdya) TNI".
            again = after.kind == "bracket" and (arm,) in self.names.ranks
            if not again and (arm not in self.names.arms or after.text.islower()):
                break
            length += 1
        return length

    def is_degree(self, item: Item) -> bool:
        """Tell whether `item` is a degree: "S.E.", "MM"."""
        return item.kind in ("word", "dotted") and is_degree_text(item.text, self.names)

    def is_acronym(self, item: Item) -> bool:
        """Tell whether `item` is in capitals: "PUPR", "P3MD", "IV"."""
        return item.kind == "word" and len(item.text) > 1 and item.text.isupper()

    def is_noble(self, items: Sequence[Item], at: int) -> bool:
        """Tell whether a noble title or the first part of a name is at `at`: "La Ode", "IB"."""
        item = items[at]
        after = items[at + 1].text if at + 1 < len(items) else ""
        if item.text in self.names.articles:
            # "I Wayan", but "Asisten I Sarampang"
            return after.rstrip(".") in self.names.birth_order
        if after == "Lintas":
            return False  # "Kasat Lalu Lintas"
        return (
            item.text.rstrip(".") in self.names.noble or f"{item.text} {after}" in self.names.noble
        )

    def is_spoken_level(self, item: Item) -> bool:
        """Tell whether `item` is a level in small letters: "Ombudsman perwakilan Maluku"."""
        return item.text.islower() and item.text.title() in self.offices.levels

    def is_office_word(self, item: Item) -> bool:
        """Tell whether `item` surely goes on with an office: "Pendidikan", "1712/Sarmi"."""
        if item.kind == "number" or item.text in self.names.articles or item.start in self.heads:
            return True
        if item.text in self.offices.weak:
            return False
        first, slash, _ = item.text.partition("/")
        if slash and first.isupper():
            return True  # "Kodam V/Brawijaya"
        return first in self.offices.complement or self.is_acronym(item)

    def is_weak_office_word(self, item: Item) -> bool:
        """Tell whether `item` goes on with an office right after one of its words."""
        if item.text in self.offices.weak or item.text in self.offices.directions:
            return True
        if item.text in _NUMERALS:
            return True
        return item.kind == "word" and bool(self.offices.shapes.fullmatch(item.text))

    def are_initials(self, items: Sequence[Item], at: int) -> bool:
        """Tell whether the capitals at `at` stand for names: "SF Haryadi"."""
        item = items[at]
        if not self.is_acronym(item) or len(item.text) > _INITIALS or at + 1 >= len(items):
            return False
        after = items[at + 1]
        return (
            item.text not in self.offices.complement
            and self.is_name_word(after)
            and not self.is_office_word(after)
            and self.region(after) < 0
        )

    def are_last_initials(self, items: Sequence[Item], at: int) -> bool:
        """Tell whether capitals end a name of one word: "Safrizal ZA"."""
        item = items[at]
        short = self.is_acronym(item) and len(item.text) <= _INITIALS
        return short and at + 1 == len(items) and item.text not in self.offices.complement

    def is_name_word(self, item: Item) -> bool:
        """Tell whether `item` can be part of a name."""
        if not item.is_capitalised or item.start in self.heads:
            return False
        return item.text not in self.names.not_names and not self.is_degree(item)

    def is_title(self, run: Sequence[Item], at: int) -> bool:
        """Tell whether an honorific or rank at `at` opens a name: "Sultra Dr. Hamdan"."""
        item = run[at]
        if at + 1 >= len(run) and item.kind != "dotted":
            return False
        if self.rank_length(run, at):
            return not (at and run[at - 1].text in _BEFORE_GENERAL)
        if not self.is_honorific(item):
            return False
        after = run[at + 1] if at + 1 < len(run) else None
        if after is None:
            return False
        if self.rank_length(run, at + 1) or self.is_honorific(after):
            return True  # "Ketua Bidang Fatwa Prof KH Ridwan"
        # "Direktur Guru dan Tenaga Kependidikan", "Penyelenggaraan Haji dan Umrah"
        is_field = after.text.lower() in self.offices.connectors or self.is_office_word(after)
        return item.text.endswith(".") or item.text == "H" or not is_field
