"""Names of parts that no list knows: behind a head word, or in a list that a head announces."""

import re

from extractor.mentions.aspects.known import match
from extractor.mentions.aspects.view import Place, Seen

_LONGEST = 7
_LONGEST_PLAIN = 5
_LIST_REACH = 8
_VALUED_REACH = 12
_LIST_LENGTH = 60
_VERB = re.compile(r"(?:me(?:m|n|ng|ny)|di(?=[a-z]{5}))[a-z]{4,}")


def places(seen: Seen) -> list[Place]:
    """Return the names behind each head word, and those of the lists that it opens."""
    found: list[Place] = []
    for at in range(len(seen.lower)):
        if seen.is_in(at, "aspect_heads"):
            found += _headed(at, seen) or _list(at, seen) or _valued_list(at, seen)
        elif seen.is_in(at, "valued_heads"):
            found += _valued(at + 1, seen)
    return found


def _headed(head: int, seen: Seen) -> list[Place]:
    """Return the name right after its head word: `pilar Keterampilan Digital`."""
    start = head + 1
    if seen.ends(start):
        return []
    # "Indikator Kinerja Kunci" is a name of its own; "Pilar Institusi" at a start is not
    proper = seen.words[head][0].isupper() and not (
        seen.pieces.opens(head) and not seen.is_in(head, "faint_heads")
    )
    known, _ = match(start, seen)
    end = max(known, 0 if proper else _capitals(start, seen))
    if end > known and seen.is_in(head, "faint_heads") and not seen.value_after(end, seen.rates):
        end = known
    return [(start, end)] if end else _valued(start, seen)


def _valued(start: int, seen: Seen) -> list[Place]:
    """Return the plain name between a head word and a value: `variabel tindakan warga 6,2`."""
    end = _plain_name(start, seen)
    return [(start, end)] if end and seen.value_after(end, seen.rates) else []


def _plain_name(start: int, seen: Seen) -> int:
    """Return the end of the words at `start` that can be a name, 0 when they read like prose."""
    end = start
    while (end == start or not seen.ends(end)) and not seen.is_in(end, "aspect_tells"):
        if not seen.lower[end].replace("-", "").isalpha() or seen.is_in(end, "list_stops"):
            break
        joins = seen.is_in(end, "list_joins")
        if _VERB.fullmatch(seen.lower[end]) or (joins and end == start):
            return 0
        if seen.is_in(end, "no_part") or not seen.free(end, end + 1):
            return 0
        end += 1
    whole = 0 < end - start <= _LONGEST_PLAIN and not seen.is_in(end - 1, "list_joins")
    return end if whole else 0


def _capitals(start: int, seen: Seen) -> int:
    """Return the end of the capitalised name at `start`, 0 when there is none."""
    end = start
    while end < start + _LONGEST and not (end > start and seen.ends(end)):
        if end >= len(seen.words):
            break
        joins = end > start and seen.lower[end] in ("dan", "&") and not seen.ends(end + 1)
        if not (_is_name(end, seen) or (joins and _is_name(end + 1, seen))):
            break
        end += 1
    return end if end > start else 0


def _is_name(at: int, seen: Seen) -> bool:
    word = seen.words[at]
    plain = word[0].isupper() and word.replace("-", "").isalpha() and seen.free(at, at + 1)
    return plain and not seen.is_in(at, "ends")


def _list(head: int, seen: Seen) -> list[Place]:
    """Return the names of a list after its head word: `tiga aspek, yaitu A, B, dan C`."""
    at = head + 1
    while at < head + _LIST_REACH and not seen.ends(at):
        if seen.is_in(at, "list_openers"):
            break
        if not seen.is_in(at, "list_fillers"):
            return []
        at += 1
    else:
        return []
    while not seen.ends(at) and (seen.is_in(at, "list_openers") or seen.is_in(at, "list_fillers")):
        at += 1
    return _items(at, seen)


def _items(at: int, seen: Seen) -> list[Place]:
    items: list[Place] = []
    plain = True
    stop = at + _LIST_LENGTH
    while at < stop and not seen.ends(at):
        if seen.is_in(at, "aspect_heads") and not seen.ends(at + 1):
            at += 1  # "dimensi A, B, dan dimensi C": the head said again
        known, _ = match(at, seen)
        end = known or _open_item(at, seen, plain)
        if not end:
            break
        # once a name is known or capitalised, the plain words after the list are prose
        plain = plain and not known and seen.words[at][0].islower()
        items.append((at, end))
        at = end
        while not seen.ends(at) and seen.is_in(at, "list_joins"):
            at += 1
        if at == end:
            break
    return items if len(items) > 1 else []


def _open_item(start: int, seen: Seen, plain: bool) -> int:
    """Return the end of a list item that the catalogue lacks, 0 when it reads like prose."""
    if seen.words[start][0].isupper():
        return _capitals(start, seen)
    end = start
    while not seen.ends(end) and not seen.is_in(end, "list_joins"):
        if seen.is_in(end, "list_stops") or not seen.lower[end][0].isalpha():
            break
        end += 1
    closed = seen.ends(end) or seen.is_in(end, "list_joins") or seen.lower[end] in (".", "yang")
    return end if plain and closed and 0 < end - start <= 4 else 0


def _valued_list(head: int, seen: Seen) -> list[Place]:
    """Return names with values that a nameless head announces.

    `tiga dimensi lain lebih baik, yaitu A 3,1, B 3,2`, or `Enam pilar sisanya tertinggal. A …`.
    """
    at = head + 1
    while not seen.ends(at) and at < head + _VALUED_REACH:
        if seen.words[at][0].isdigit() or seen.is_in(at, "list_openers"):
            break
        at += 1
    if not seen.ends(at) and seen.is_in(at, "list_openers"):
        return _valued_items(at + 1, seen)
    # only a head that is told to be several or the rest looks beyond its sentence
    if not (seen.is_in(head - 1, "several") or seen.is_in(head + 1, "several")):
        return []
    while not seen.ends(at) and at < head + _LIST_LENGTH:
        at += 1
    return _valued_items(at, seen) if seen.ends(at) and at < len(seen.words) else []


def _valued_items(at: int, seen: Seen) -> list[Place]:
    items: list[Place] = []
    start, stop = at, at + _LIST_LENGTH
    while at < min(stop, len(seen.words)) and (at == start or not seen.ends(at)):
        known, _ = match(at, seen)
        end = known or _named_item(at, seen)
        after = seen.value_after(end, seen.rates) if end else 0
        if not after:
            break
        items.append((at, end))
        at = after
        while not seen.ends(at) and (seen.is_in(at, "list_joins") or seen.lower[at] == ")"):
            at += 1
    return items if len(items) > 1 else []


def _named_item(at: int, seen: Seen) -> int:
    """Return the end of a name at `at`, in capitals or plain."""
    return _capitals(at, seen) or _plain_name(at, seen)
