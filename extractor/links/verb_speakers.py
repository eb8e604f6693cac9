"""The speaker behind a verb: "kata Sri", "ujar Kepala Dinas X, Suryadi", "kata warga, Simon"."""

from extractor.links.cast import Cast
from extractor.links.wording import REACH

Found = tuple[str | None, str]
_INITIALS = 4
_BRACKET = 8


def no_one(rule: str) -> Found:
    """Return that nobody with a name speaks."""
    return None, rule


def behind_verb(
    cue: int, cue_end: int, stop: int, cast: Cast, *, inverted: bool = False
) -> Found | None:
    """Return the speaker between the verb `cue:cue_end` and `stop`; None if the text points back.

    With `inverted` an active verb has its subject behind it.
    """
    speech, verb = cast.speech, cast.lower[cue]
    if verb in speech.pointing_back or (verb in speech.active and not inverted):
        return None
    at = cast.past_fillers(cue_end, stop)
    if at >= stop or cast.lower[at] in speech.pronouns:
        return None
    for reference in cast.within(at, min(at + 2, stop)):
        if reference.start == at or cast.is_title(at) or cast.words[at] == "(":
            return cast.people[reference.person].name, f"verb-{reference.how}"
    if cast.is_capital(at) or cast.is_title(at):
        return _stranger(at, stop, cast)
    return _described(at, stop, cast)


def _stranger(at: int, stop: int, cast: Cast) -> Found:
    """`kata Simon`, `kata Ketua RT setempat, Slamet`, `ujar AM (45)`."""
    place = cast.namer.name(at)
    if place is None or place[0] >= stop:
        place = _behind_comma(at, stop, cast)
    if place is not None:
        return cast.namer.text(place), "verb-stranger"
    word = cast.words[at]
    is_initials = word.isupper() and word.isalpha() and 1 < len(word) <= _INITIALS
    if is_initials and not cast.is_body(word) and at not in cast.regions:
        return word, "verb-stranger"
    return no_one("verb-unnamed")


def _described(at: int, stop: int, cast: Cast) -> Found | None:
    """The speaker told by what he is: `kata gubernur`, `tutur mantan camat itu`, `ujar warga`."""
    speech = cast.speech
    if not cast.lower[at][:1].isalpha():
        return None
    holder = cast.holder(at)
    if holder is not None:
        return cast.people[holder].name, "verb-office"
    clause = _clause_end(at, stop, cast)
    place = _behind_comma(at, stop, cast) or _called(at, clause, cast)
    related = cast.lower[at] in speech.relations
    if place is None and not related:
        for reference in cast.within(at, clause):
            return cast.people[reference.person].name, "verb-role-name"
        place = _tail(at, clause, cast)
    if place is not None:
        return _known(place, cast), "verb-role-name"
    if cast.lower[at] in speech.unnamed or cast.lower[at] in speech.documents or related:
        return no_one("verb-unnamed")
    if any(word in speech.pointing for word in cast.lower[at:clause]):
        return None
    return no_one("verb-unnamed") if clause - at == 1 else None


def _known(place: tuple[int, int], cast: Cast) -> str:
    for reference in cast.within(place[0], place[1]):
        return cast.people[reference.person].name
    return cast.namer.text(place)


def _clause_end(at: int, stop: int, cast: Cast) -> int:
    clause = at
    while clause < stop and cast.words[clause] not in (",", ".", ";", "(") and clause - at < REACH:
        clause += 1
    return clause


def _behind_comma(at: int, stop: int, cast: Cast) -> tuple[int, int] | None:
    """`ujar salah seorang warga, Siti Aminah.`: a name that a mark or a circumstance closes."""
    comma = _clause_end(at, stop, cast)
    if comma + 1 >= stop or cast.words[comma] != ",":
        return None
    place = cast.namer.name(comma + 1)
    if place is None or place[0] >= stop:
        return None
    end = place[1]
    closed = end >= len(cast.words) or not cast.words[end].islower()
    return place if closed or cast.lower[end] in cast.speech.circumstances else None


def _called(at: int, clause: int, cast: Cast) -> tuple[int, int] | None:
    """`kata salah satu warga bernama Siti Aminah`."""
    for place in range(at, clause - 1):
        if cast.lower[place] == "bernama":
            return cast.namer.name(place + 1)
    return None


def _tail(at: int, clause: int, cast: Cast) -> tuple[int, int] | None:
    """`kata pengamat kebijakan publik Universitas Tadulako Slamet Riyadi`."""
    for place in range(at, clause):
        if cast.is_capital(place):
            found = cast.namer.name(place) if cast.is_personal(place) else None
            found = found or cast.namer.described(place)
            return found if found is not None and found[1] <= clause else None
    return None


def past_speaker(cue: int, stop: int, cast: Cast) -> int:
    """Return the token behind the speaker of the verb at `cue`, past degrees and brackets."""
    at = cast.past_fillers(cue + 1, stop)
    verb = cast.lower[cue]
    if verb == "menurutnya" or verb in cast.speech.pointing_back:
        return at
    if at < stop and cast.lower[at] in cast.speech.pronouns:
        return at + 1
    references = cast.within(at, min(at + 2, stop))
    if references:
        at = references[-1].end
    elif at < stop and (place := cast.namer.name(at)) is not None:
        at = place[1]
    else:
        at = _clause_end(at, stop, cast)
    return min(_past_degrees(at, stop, cast), stop)


def _past_degrees(at: int, stop: int, cast: Cast) -> int:
    while at + 1 < stop:
        step = 1 if cast.is_degree(at) else 2
        if step == 2 and not (cast.words[at] == "," and cast.is_degree(at + 1)):
            break
        at += step
    if at < stop and cast.words[at] == "(":
        end = min(at + _BRACKET, stop)
        return next((n + 1 for n in range(at, end) if cast.words[n] == ")"), at)
    return at
