"""Localities without a class word: towns, and names that the article introduced before."""

from collections.abc import Iterable, Mapping, Set

from extractor.lexicon.localities import locality_words, towns
from extractor.lexicon.names import name_words
from extractor.mentions.localities.names import Place
from extractor.mentions.surface import Surface

_LONGEST = 4


def bare_places(
    seen: Surface, introduced: Iterable[Place], taken: set[int], indexed: Set[int] = frozenset()
) -> list[Place]:
    """Return the towns of the lexicon and the later mentions of `introduced`, in order.

    `indexed` are the tokens of the names of indices: "Inflasi Meulaboh" names a town.
    """
    known = _known(seen, introduced)
    first = {words[0] for words in known}
    named = towns()
    first.update(name.split()[0] for name in named)
    found: list[Place] = []
    begins = frozenset(seen.begins)
    longest = max([_LONGEST, *(len(words) for words in known)])
    for at, word in enumerate(seen.words):
        if word in first and at not in taken:
            place = _at(at, seen, longest, known, named, begins, indexed)
            if place is not None and taken.isdisjoint(range(place.start, place.end)):
                found.append(place)
                taken.update(range(place.start, place.end))
    return found


def _known(seen: Surface, introduced: Iterable[Place]) -> dict[tuple[str, ...], Place]:
    """Return the places by their words; a district and a village of one name are left out."""
    known: dict[tuple[str, ...], Place] = {}
    doubtful = set()
    for place in introduced:
        words = tuple(seen.words[place.end - len(place.bare.split()) : place.end])
        if known.setdefault(words, place).name != place.name:
            doubtful.add(words)
    return {words: place for words, place in known.items() if words not in doubtful}


def _at(
    at: int,
    seen: Surface,
    longest: int,
    known: Mapping[tuple[str, ...], Place],
    named: Mapping[str, tuple[str, ...]],
    begins: frozenset[int],
    indexed: Set[int],
) -> Place | None:
    for end in range(min(len(seen.words), at + longest), at, -1):
        words = tuple(seen.words[at:end])
        text = " ".join(words)
        if words not in known and text not in named:
            continue
        place = known.get(words)
        # What opens a sentence has a capital and need be no name: "Nilai Gubeng naik".
        led = (
            place is not None and at - 1 in begins and seen.words[at - 1] not in name_words().given
        ) or at - 1 in indexed
        if not _stands_alone(at, end, seen, begins, led=led):
            return None
        if place is not None:
            return Place(at, end, place.name, place.level, place.codes, place.bare)
        return Place(at, end, text, "town", named[text], text)
    return None


def _stands_alone(
    start: int, end: int, seen: Surface, begins: frozenset[int], *, led: bool
) -> bool:
    """Tell whether the name is no part of a longer one: "Budi Rengat", "Jalan Sentani"."""
    before = seen.words[start - 1] if start else ""
    after = seen.words[end] if end < len(seen.words) else ""
    words = locality_words()
    if before.lower() in words.not_behind:
        return False
    opens = start == 0 or start in begins
    is_free = opens or led or before.lower() in words.town_heads
    is_name_before = before[:1].isupper() and not is_free
    is_item = before == "-" and (start == 1 or "\n" in seen.words[start - 2])  # "- Sampit 5,20%"
    is_name_after = (
        after[:1].isupper() and "\n" not in seen.text[seen.offsets[start] : seen.offsets[end]]
    )
    return not (is_name_before or is_name_after or (before == "-" and not is_item))
