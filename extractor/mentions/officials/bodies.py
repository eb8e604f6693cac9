"""How far the name of a body or place goes: "PT Sinar Raya", "Universitas Jember", "Peru"."""

from collections.abc import Sequence

from extractor.lexicon.districts import district_names
from extractor.lexicon.foreign import foreign_words
from extractor.mentions.officials.evidence import Evidence
from extractor.mentions.officials.labels import Labels
from extractor.mentions.officials.lexing import Item

_LONGEST_PLACE = 4
_ACRONYM = 3
_LONGEST_STATE = 3
_SHORTEST_RUN = 2
_LONGEST_BODY = 4


class Bodies:
    """Measures the names of bodies and places in a run of capitalised words."""

    def __init__(self, labels: Labels, evidence: Evidence) -> None:
        self.labels = labels
        self.evidence = evidence

    def is_given(self, item: Item) -> bool:
        """Tell whether `item` is a name of persons, or one that the article calls somebody."""
        return self.labels.names.is_known(item.text) or item.text in self.evidence.called

    def known_place(self, run: Sequence[Item], at: int) -> int:
        """Return how many items from `at` name a place that the register or the article knows."""
        for size in range(min(_LONGEST_PLACE, len(run) - at), 0, -1):
            words = " ".join(item.text for item in run[at : at + size])
            if words in self.evidence.places and (size > 1 or not self.is_given(run[at])):
                return size
            if words in district_names() and (size > 1 or not self.is_given(run[at])):
                return size
        return 0

    def owned(self, run: Sequence[Item], at: int) -> int:
        """Return how many items from `at` are the name of the body or place told just before.

        "Universitas Jember", "RSUD dr. Soetomo", "SMAN 1 Pati", "Desa Sukamaju"; a name must be
        left behind a school, whose own name may be its number.
        """
        offices = self.labels.offices
        left = len(run) - at
        if not at or run[at].kind in ("bracket", "comma", "number") or not left:
            return 0
        if run[at].text in offices.connectors:
            return 0  # "Dinas Pembangunan Desa dan Daerah"
        before = run[at - 1].text
        if before in offices.companies:
            return self._company(run, at)
        opens = before in offices.place_words and run[at].text in offices.place_openers
        if opens and left > 1 and not self.is_given(run[at]):
            return self.known_place(run, at) or 2  # "Kepala Rutan Pondok Bambu"
        if self.labels.region(run[at]) >= 0 or self.labels.is_acronym(run[at]):
            return 0
        named = before in offices.place_words or (
            before in offices.levels and not self.labels.is_title(run, at)
        )
        if named and not self.labels.is_office_word(run[at]):
            return self.known_place(run, at) or (1 if not self.is_given(run[at]) else 0)
        if run[at - 1].kind == "number" and any(i.text in offices.bearers for i in run[:at]):
            free = left > 1 and not self.is_given(run[at]) and not self.labels.is_title(run, at)
            return self.known_place(run, at) or int(free)
        if before not in offices.bearers or self.labels.is_office_word(run[at]):
            return 0
        return self._namesake(run, at)

    def _company(self, run: Sequence[Item], at: int) -> int:
        """Return how many items from `at` are a company's name: all, unless a person begins."""
        listed = [n for n in range(at, len(run)) if run[n].text.lower() == "tbk"]
        if listed:
            return listed[0] + 1 - at
        for end in range(at + 1, len(run)):
            if run[end].kind == "bracket":
                return end - at
            words = " ".join(item.text for item in run[at:end])
            if self.labels.is_title(run, end) or self.begins_person(run, end, words):
                return end - at
        return len(run) - at

    def begins_person(self, run: Sequence[Item], at: int, before: str) -> bool:
        """Tell whether a person's name begins at `at`, behind the words `before` of a body."""
        labels = self.labels
        if labels.is_noble(run, at) or labels.are_initials(run, at) or run[at].kind == "initial":
            return at + 1 < len(run)
        if run[at].text in labels.offices.body_ends or labels.is_office_word(run[at]):
            return False
        return self.is_given(run[at]) or before in self.evidence.alone

    def until_person(self, run: Sequence[Item], at: int) -> int:
        """Return how many items from `at` stand before the first that is surely of a person."""
        for end in range(at, len(run)):
            opens = run[end].kind == "initial" or self.is_given(run[end])
            if self.labels.is_title(run, end) or opens:
                return end - at
        return 0

    def unknown(self, run: Sequence[Item], at: int) -> int:
        """Return how many items from `at` are a body that only the article itself makes known.

        "Direktur Utama Danau Biru Rini Astuti", and elsewhere "Danau Biru menjual …".
        """
        if self.labels.is_title(run, at):
            return 0
        for end in range(at + 1, min(at + _LONGEST_BODY, len(run) - 1)):
            if self.is_given(run[end - 1]):
                break
            if run[end].text in self.labels.offices.body_ends:
                return end + 1 - at
        found = 0
        for end in range(at + 1, len(run)):
            if self.is_given(run[end - 1]) or run[end].kind != "word":
                break
            words = " ".join(item.text for item in run[at:end])
            alone = words in self.evidence.alone and words not in self.evidence.called
            body = end - at > 1 or words in self.evidence.bodies
            if alone and self._are_person(run[end:], body=body):
                found = end - at
        return found

    def _are_person(self, rest: Sequence[Item], *, body: bool) -> bool:
        """Tell whether the words behind a body are of a person: one speaks, or all stand alone.

        A given name shows it only where the words before surely are a `body`, no first name:
        "Rasyo Nathan Salim".
        """
        if any(item.text in self.evidence.called for item in rest):
            return True
        several = len(rest) > 1
        whole = " ".join(item.text for item in rest)
        return several and ((body and self.is_given(rest[0])) or whole in self.evidence.alone)

    def _namesake(self, run: Sequence[Item], at: int) -> int:
        """Return how many items from `at` are whom a university or hospital is called after."""
        begin = at
        while begin < len(run) and self.labels.is_honorific(run[begin]):
            begin += 1
        for size in range(min(3, len(run) - begin), 1, -1):
            words = " ".join(item.text for item in run[begin : begin + size])
            if words in self.labels.offices.bearer_names:
                begin += size
                break
        else:
            titles = [n for n in range(begin + 1, len(run)) if self.labels.is_title(run, n)]
            end = titles[0] if titles and begin > at else begin + 1
            begin = end if titles or begin == at or len(run) - begin > 3 else len(run)
        return min(begin, len(run)) - at

    def abroad(self, run: Sequence[Item]) -> int:
        """Return how many items begin `run` with a place abroad: "Wali Kota Los Angeles"."""
        words = [item.text for item in run[:2]]
        return next((size for size in (2, 1) if _is_abroad(" ".join(words[:size]))), 0)

    def state(self, run: Sequence[Item], at: int) -> int:
        """Return how many items from `at` name a state: "Presiden RI", "Presiden Prancis"."""
        for size in range(min(_LONGEST_STATE, len(run) - at), 0, -1):
            if " ".join(item.text for item in run[at : at + size]) in self.labels.offices.states:
                return size
        return 0


def _is_abroad(name: str) -> bool:
    """Whether `name` is a place abroad, and no everyday word or name of a person too."""
    words = foreign_words()
    return len(name) > _ACRONYM and name in words.places and name not in words.needy
