"""Ranks by a numbered list: lines that begin with 1., 2., 3. and a subject each."""

from extractor.links.claims import Claim, claim_rank
from extractor.links.slots import Slot
from extractor.links.view import View
from extractor.mentions.kinds import RankMention

_SHORTEST = 3


def list_claims(view: View) -> list[Claim]:
    """Return a settled claim for each line of the numbered lists of `view`.

    `1. DKI Jakarta (50,5)` / `2. Bali (49,05)` / `3. Jawa Tengah (47,42)`: at least three lines.
    """
    claims: list[Claim] = []
    run: list[tuple[int, Slot]] = []
    for number, slot in _numbered(view):
        if number != len(run) + 1:
            claims += _claims(run)
            run = []
        if number == len(run) + 1:
            run.append((number, slot))
    return claims + _claims(run)


def _numbered(view: View) -> list[tuple[int, Slot]]:
    found = []
    for slot in view.slots:
        first = view.paragraph_start(slot.start)
        lead = [word for word in view.words[first : slot.start] if word.strip()]
        digits = "".join(lead).rstrip(".)")
        if slot.kind in ("region", "organisation") and digits.isdecimal() and len(digits) < 4:
            found.append((int(digits), slot))
    return found


def _claims(run: list[tuple[int, Slot]]) -> list[Claim]:
    if len(run) < _SHORTEST:
        return []
    claims = []
    for number, slot in run:
        place = RankMention(start=slot.start, end=slot.end, position=number, relation="list")
        claim = claim_rank(place)
        claim.subjects = (slot,)
        claim.settle("subject", "list")
        claims.append(claim)
    return claims
