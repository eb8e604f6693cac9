"""Names of parts that are known, from the catalogue or from a list in the article itself."""

from extractor.mentions.aspects.view import Key, Part, Place, Seen

_IN_FRONT = 3
_IN_FRONT_WORDS = ("aspect_heads", "part_heads", "measure_heads")
_VALUE_REACH = 12


def match(start: int, seen: Seen) -> tuple[int, Key]:
    """Return the end of the longest known name at `start` and its key; 0 when there is none."""
    reach = seen.parts.reach(seen.lower[start])
    best: tuple[int, Key] = (0, ())
    words: list[str] = []
    commas, at = False, start
    while len(words) < reach and not (at > start and seen.ends(at)):
        word = seen.lower[at]
        at += 1
        if word == ",":
            commas = True
            continue
        words.append("dan" if word == "&" else word)
        key, part = _known(tuple(words), seen)
        if part is not None and (part.listed or not commas):
            best = (at, key)
    return best


def _known(key: Key, seen: Seen) -> tuple[Key, Part | None]:
    """Return the key under which the name is known: without -nya where only so it is."""
    if key not in seen.parts.by_key and key[-1].endswith("nya"):
        key = (*key[:-1], key[-1].removesuffix("nya"))
    return key, seen.parts.by_key.get(key)


def places(seen: Seen) -> list[Place]:
    """Return the places where a known name is one: by itself, by a word in front, by a value."""
    found: list[tuple[int, int, Key]] = []
    at = 0
    while at < len(seen.lower):
        end, key = match(at, seen) if seen.parts.reach(seen.lower[at]) else (0, ())
        # "layanan SPBE" ends in the name of its index
        if end and at not in seen.inside and seen.named.isdisjoint(range(at, end)):
            found.append((at, end, key))
        at = end or at + 1
    heads = _heads(seen)
    sure = [_stands(start, end, key, seen, heads) for start, end, key in found]
    for order in (range(1, len(found)), range(len(found) - 2, -1, -1)):
        step = -1 if order.step > 0 else 1
        for one in order:
            pair = sorted((one, one + step))
            sure[one] = sure[one] or (sure[one + step] and _joined(found, pair, seen))
    kept = [(start, end) for (start, end, _), good in zip(found, sure, strict=True) if good]
    return [place for place in kept if not _glosses(place, kept, seen)]


def _heads(seen: Seen) -> dict[int, int]:
    """Return the first word of each sentence that announces parts: `dari tiga aspek, …`."""
    first: dict[int, int] = {}
    for at in range(len(seen.lower)):
        if seen.is_in(at, "aspect_heads") or seen.is_in(at, "part_heads"):
            first.setdefault(seen.pieces.sentence[at], at)
    return first


def _stands(start: int, end: int, key: Key, seen: Seen, heads: dict[int, int]) -> bool:
    part = seen.parts.by_key[key]
    if part.alone or _headed(start, seen) or seen.value_after(end, part.rate):
        return True
    head = heads.get(seen.pieces.sentence[start], start)
    return head < start and _value_near(end, part.rate, seen)


def _headed(start: int, seen: Seen) -> bool:
    """Tell whether a head or the index is in front: `sektor X`, `inflasi biaya X`."""
    for at in range(start - 1, max(start - 1 - _IN_FRONT, -1), -1):
        if not seen.pieces.near(at, start):
            return False
        if at in seen.inside or any(seen.is_in(at, group) for group in _IN_FRONT_WORDS):
            return True
        if not seen.is_in(at, "part_fillers"):
            return False
    return False


def _value_near(end: int, rate: bool, seen: Seen) -> bool:
    for at in range(end, end + _VALUE_REACH):
        if seen.ends(at):
            return False
        if seen.words[at][0].isdigit():
            return bool(seen.value_end(at, rate))
    return False


def _joined(found: list[tuple[int, int, Key]], pair: list[int], seen: Seen) -> bool:
    """Tell whether only commas and "dan" stand between two names of one sentence."""
    end, start = found[pair[0]][1], found[pair[1]][0]
    near = seen.pieces.near(end - 1, start)
    return (
        near
        and 0 < start - end <= 2
        and all(seen.is_in(at, "list_joins") for at in range(end, start))
    )


def _glosses(place: Place, kept: list[Place], seen: Seen) -> bool:
    """Tell whether the name only says the one before it in other words: `X (volatile food)`."""
    start, end = place
    opener = seen.lower[start - 1] if start else ""
    if opener == "(":
        other = end < len(seen.lower) and seen.lower[end] == ")"
    else:
        other = opener in seen.word["brackets_between"]
    return other and any(before == start - 1 for _, before in kept)
