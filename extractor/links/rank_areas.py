"""Areas that are told for each holder of one place: the best of Sumatera, of Jawa-Bali, and so on.

`Kabupaten terbaik wilayah Sumatera dan Kalimantan masing-masing Kampar dan Kutai Kartanegara`, and
`kota terbaiknya Tebing Tinggi (Sumatera), Tarakan (Kalimantan)`.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractor.lexicon.ranks import rank_words
from extractor.links.claims import Claim, claim_rank
from extractor.links.slots import Slot
from extractor.links.view import View
from extractor.mentions.kinds import RankMention

_REACH = 40


def split_areas(claims: Sequence[Claim], view: View) -> list[Claim]:
    """Return `claims` with each place that is told for several areas parted into one for each."""
    parted: list[Claim] = []
    for claim in claims:
        held = _held(claim.rank, view) if claim.rank is not None else []
        parted += [_of_area(claim, slot, area) for slot, area in held] or [claim]
    return parted


def tells_areas(rank: RankMention, view: View) -> bool:
    """Whether the place is told for several areas, each with who holds it there."""
    return bool(_held(rank, view))


def _held(rank: RankMention, view: View) -> list[tuple[Slot, str]]:
    if rank.relation or rank.position_end or abs(rank.position) != 1:
        return []
    return _bracketed(rank, view) or _aligned(rank, view) or _listed(rank, view)


def _bracketed(rank: RankMention, view: View) -> list[tuple[Slot, str]]:
    """`Tebing Tinggi (Sumatera), Kota Bogor (Jawa-Bali), dan Tarakan (Kalimantan)`."""
    end = min(view.sentence_end(rank.start), rank.end + _REACH)
    found = []
    for slot in view.after(view.slots, rank.end, end):
        if view.words[slot.end : slot.end + 1] == ["("]:
            area, stop = _area_at(slot.end + 1, view)
            if not area or view.words[stop : stop + 1] != [")"]:
                return []
            found.append((slot, area))
    return found if len(found) > 1 else []


def _listed(rank: RankMention, view: View) -> list[tuple[Slot, str]]:
    """`Provinsi terbaik:` / `– Riau, wilayah Sumatera` / `– DKI Jakarta, wilayah Jawa-Bali`."""
    end = view.sentence_end(rank.start)
    if ":" not in view.words[rank.end : end]:
        return []
    found: list[tuple[Slot, str]] = []
    for slot in view.after(view.slots, end, len(view.words)):
        if view.lines_between(found[-1][0].start if found else rank.start, slot.start) > 1:
            break
        area, _ = _area_at(slot.end + 2, view)
        if area and view.words[slot.end : slot.end + 2] == [",", "wilayah"]:
            found.append((slot, area))
    return found if len(found) > 1 else []


def _aligned(rank: RankMention, view: View) -> list[tuple[Slot, str]]:
    """`untuk wilayah Sumatera, Jawa-Bali, dan Sulawesi masing-masing jatuh kepada A, B, dan C`."""
    end = min(view.sentence_end(rank.start), rank.end + _REACH)
    slots = view.after(view.free_slots, rank.end, end)[:1]
    if not slots or not view.any(view.lexicon.parallel, rank.end, slots[0].start):
        return []
    areas = [word for word in view.words[rank.end : slots[0].start] if _is_area(word)]
    run = view.slot_runs[slots[0].start]
    return list(zip(run, areas, strict=True)) if len(run) == len(areas) > 1 else []


def _area_at(at: int, view: View) -> tuple[str, int]:
    """Return the area from token `at` on and the token behind it; `Jawa-Bali` may be several."""
    word, stop = "".join(view.words[at : at + 1]), at + 1
    while view.words[stop : stop + 1] and (view.words[stop].startswith("-") or word.endswith("-")):
        word, stop = word + view.words[stop], stop + 1
    return (word, stop) if word and _is_area(word) else ("", stop)


def _is_area(word: str) -> bool:
    return all(part in rank_words().islands for part in word.split("-"))


def _of_area(claim: Claim, slot: Slot, area: str) -> Claim:
    assert claim.rank is not None
    kept = next(iter(claim.rank.scope.split(" ")[:-1]), "wilayah")
    own = claim_rank(replace(claim.rank, scope=f"{kept} {area.title()}"))
    own.subjects = (slot,)
    own.settle("subject", "area", slot)
    return own
