"""Ranks by a list: numbered entries, or the entries behind `lima daerah dengan IPM tertinggi:`."""

import re
from decimal import Decimal

from extractor.lexicon.ranks import rank_words
from extractor.links.claims import Claim, claim_rank
from extractor.links.slots import Slot
from extractor.links.view import View
from extractor.mentions.kinds import RankMention

_SHORTEST = 3
_GLUED = re.compile(r"(\d{1,3})[.)](?=[a-z])")
_BULLETS = frozenset({"-", "–", "•", "*", "·"})
_LEAD = 40


def list_claims(view: View) -> list[Claim]:
    """Return a settled claim for each entry of the lists of `view` that rank."""
    numbered = _numbered_claims(view)
    listed = {claim.start for claim in numbered}
    return numbered + [claim for claim in _opened_claims(view) if claim.start not in listed]


def _numbered_claims(view: View) -> list[Claim]:
    """`1. DKI Jakarta (50,5)` / `2. Bali (49,05)` / `3. Jawa Tengah (47,42)`: three at least.

    Their values fall or rise throughout, or a rank is spoken of before. The numbers are the places:
    `92. Padang`, `93. Depok`; behind `terendah` they count from the end.
    """
    claims: list[Claim] = []
    run: list[tuple[int, Slot]] = []
    for number, slot in [*_numbered(view), (0, None)]:
        goes_on = bool(run) and number == run[-1][0] + 1
        if slot is None or not goes_on:
            claims += _run_claims(run, view)
            run = []
        if slot is not None:
            run.append((number, slot))
    return claims


def _numbered(view: View) -> list[tuple[int, Slot]]:
    """Return the subjects that have a number before them: `1. Bali`, `(2) Riau`, `3) Aceh`."""
    found = []
    for slot in view.slots:
        mark = "".join(view.words[max(0, slot.start - 2) : slot.start]).strip()
        digits = mark.lstrip("(;:, ").rstrip(".)")
        named = slot.kind in ("region", "organisation")
        if named and mark != digits and digits.isdecimal():
            found.append((int(digits[:4]), slot))
        elif named and (glued := _GLUED.match(view.words[slot.start])):  # 1.Kota Manado
            found.append((int(glued[1]), slot))
    return found


def _run_claims(run: list[tuple[int, Slot]], view: View) -> list[Claim]:
    slots = [slot for _, slot in run]
    if len(run) < _SHORTEST or not _ranks(slots, view):
        return []
    first = run[0][0]
    heading = _heading(slots[0], view)
    if first == 1 and heading is not None and heading.position < 0:
        return _claims(slots, -1, heading)
    return _claims(slots, first, heading)


def _ranks(run: list[Slot], view: View) -> bool:
    values = _values(run, view)
    if len(values) == len(run):
        return values in (sorted(values), sorted(values, reverse=True))
    return _heading(run[0], view) is not None or _is_titled(run[0], view)


def _is_titled(slot: Slot, view: View) -> bool:
    """`Peringkat IGA 2024 untuk klaster kota:`: a noun of rank and a colon head the list."""
    begin = max(0, slot.start - _LEAD)
    words, nouns = view.words[begin : slot.start], rank_words().bare_nouns
    named = [begin + at for at, word in enumerate(words) if word in nouns]
    if not named or ":" not in view.words[named[-1] : slot.start]:
        return False
    return view.lines_between(named[-1], slot.start) <= 1


def _heading(slot: Slot, view: View) -> RankMention | None:
    """Return the rank that heads the list of `slot`: `Lima teratas pada klaster kabupaten:`."""
    near = view.before(view.ranks, slot.start, max(0, slot.start - _LEAD))
    return next((rank for rank in near if view.lines_between(rank.start, slot.start) <= 1), None)


def _opened_claims(view: View) -> list[Claim]:
    """`lima daerah dengan IPM tertinggi: Salatiga (84,99), Semarang (84,43), Solo (83,54)`.

    An opening word, three entries at least, and values that fall (rise, for the lowest) throughout.
    """
    claims: list[Claim] = []
    for rank in view.ranks:
        if rank.relation not in ("", "opening") or rank.position_end or abs(rank.position) != 1:
            continue
        end = view.sentence_end(rank.start)
        colon = ":" in view.words[max(rank.end, end - 2) : end]
        reach = min(rank.end + _LEAD, len(view.words) if colon else end)
        if colon and (lines := _bulleted(end, view)) and _falls(lines, view, rank.position):
            claims += _claims(lines, rank.position, rank)
            continue
        for slot in view.after(view.free_slots, rank.end, reach)[:1]:
            run = view.series_runs[slot.start]
            opened = view.any(view.lexicon.openings, rank.end, slot.start) and run[0] is slot
            if opened and len(run) >= _SHORTEST and _falls(run, view, rank.position):
                claims += _claims(run, rank.position, rank)
    return claims


def _bulleted(at: int, view: View) -> list[Slot]:
    """Return the subjects that head the lines from token `at` on, each behind a bullet.

    `- Singkawang, Kalimantan Barat: 6,5` / `- Salatiga, Jawa Tengah: 6,4`: three at least.
    """
    found: list[Slot] = []
    for slot in view.after(view.slots, at, len(view.words)):
        begin = view.paragraph_start(slot.start)
        marks = [word for word in view.words[begin : slot.start] if word.strip()]
        if begin < at - 1 or (found and view.lines_between(found[-1].start, slot.start) > 1):
            break
        if len(marks) == 1 and marks[0] in _BULLETS:
            found.append(slot)
    return found if len(found) >= _SHORTEST else []


def _falls(run: list[Slot], view: View, direction: int) -> bool:
    values = _values(run, view)
    return len(values) == len(run) and values == sorted(values, reverse=direction > 0)


def _values(run: list[Slot], view: View) -> list[Decimal]:
    found = []
    for slot, following in zip(run, [*run[1:], None], strict=True):
        end = following.start if following else slot.end + 6
        found += [number.value for number in view.after(view.scores, slot.end, end)[:1]]
    return found


def _claims(run: list[Slot], first: int, heading: RankMention | None) -> list[Claim]:
    """Return a claim for each entry of `run`, counted from place `first`: 1, 2, … or -1, -2, ….

    What the `heading` says of scope, size and class holds for all.
    """
    step = 1 if first > 0 else -1
    claims = []
    for place, slot in enumerate(run):
        position = first + step * place
        rank = RankMention(
            start=slot.start,
            end=slot.end,
            position=position,
            relation="list",
            scope=heading.scope if heading else "",
            out_of=heading.out_of if heading else 0,
            among=heading.among if heading else "",
            category=heading.category if heading else "",
            placed=True,
        )
        claim = claim_rank(rank)
        claim.subjects = (slot,)
        claim.settle("subject", "list")
        claims.append(claim)
    return claims
