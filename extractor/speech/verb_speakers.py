"""The speaker behind a verb: "kata Sri", "ujar Kepala Dinas X, Suryadi", "kata warga, Simon"."""

from extractor.speech.person_index import PersonIndex
from extractor.speech.wording import REACH

Found = tuple[str | None, str]
_INITIALS, _SHORTEST = 4, 2
_DOCTORS = frozenset(("dr.", "dr", "drg.", "drg", "Dr."))
_BRACKET = 8
# By these verbs a page may "speak": "tulis Kabar Poso".
WRITTEN = frozenset(("bunyi", "tulis", "cuit"))


def no_one(rule: str) -> Found:
    """Return that nobody with a name speaks."""
    return None, rule


def behind_verb(
    cue: int, cue_end: int, stop: int, index: PersonIndex, *, inverted: bool = False
) -> Found | None:
    """Return the speaker between the verb `cue:cue_end` and `stop`; None if the text points back.

    With `inverted` an active verb has its subject behind it.
    """
    speech, verb = index.speech, index.lower[cue]
    if verb in speech.pointing_back or (verb in speech.active and not inverted):
        return None
    at = index.past_fillers(cue_end, stop)
    if at >= stop or index.lower[at] in speech.pronouns:
        return None
    for reference in index.within(at, min(at + 2, stop)):
        if reference.start == at or index.is_title(at) or index.words[at] == "(":
            return index.people[reference.person].name, f"verb-{reference.how}"
    if index.is_capital(at) or index.is_title(at):
        return _stranger(at, stop, index, written=verb in WRITTEN)
    return _described(at, stop, index)


def _stranger(at: int, stop: int, index: PersonIndex, *, written: bool) -> Found | None:
    """`kata Simon`, `kata Ketua RT setempat, Slamet`, `ujar AM (45)`."""
    begin, at = at, _titled(at, stop, index)
    role = index.words[at] in index.speech.roles
    place = index.namer.described(at) if role else index.namer.name(at)
    if place is None or place[0] >= stop or not _is_whole(*place, index):
        place = _behind_comma(at, stop, index)
    if place is not None and written:
        return no_one("verb-unnamed")
    if place is not None:
        known = index.within(*place)
        if known:
            return index.people[known[-1].person].name, "verb-role-name"
        return index.name_at(*place), "verb-stranger"
    word = index.words[at]
    short = word.isupper() and word.isalpha() and len(word) <= _INITIALS
    is_initials = short and (index.is_aged(at + 1) or index.is_initialled(word))
    if is_initials and not index.is_body(word) and at not in index.regions:
        return word, "verb-stranger"
    if index.lower[_clause_end(begin, stop, index) - 1] in index.speech.pointing:
        return None  # "terang Caleg DPRD Poso ini": who was spoken of last
    return no_one("verb-unnamed")


def _is_whole(start: int, end: int, index: PersonIndex) -> bool:
    """Tell whether the words are a person's, not a body's or the first one of a longer office.

    "Direktur", not "President of …"; "Rina", not "Praktisi sekaligus …".
    """
    if index.within(start, end):
        return True
    words = [index.plain(at) for at in range(start, end)]
    others = any(index.is_body(word) or word in index.names.no_persons for word in words)
    if others or any(word.isupper() and len(word) > _SHORTEST for word in words):
        return False
    if end - start > 1 or index.names.is_known(words[0]) or index.is_aged(end):
        return True
    after = index.words[end] if end < len(index.words) else ""
    speech = index.speech
    told = any(after in words for words in (speech.circumstances, speech.fillers, speech.active))
    return not after.islower() or told or after == "yang"


def _titled(at: int, stop: int, index: PersonIndex) -> int:
    """Return the rank or doctor's title in the run at `at`: "Kainduk PJR | Kompol Simon Betawi"."""
    end = at
    while end < stop and (index.is_capital(end) or index.is_title(end)):
        if (end > at and (index.lower[end],) in index.names.ranks) or index.words[end] in _DOCTORS:
            return end
        end += 1
    return at


def _described(at: int, stop: int, index: PersonIndex) -> Found | None:
    """The speaker told by what he is: `kata gubernur`, `tutur mantan camat itu`, `ujar warga`."""
    speech = index.speech
    if not index.lower[at][:1].isalpha():
        return None
    clause = _clause_end(at, stop, index)
    if officer := _officer(at, clause, stop, index):
        return officer
    if index.lower[at] in speech.documents:
        return no_one("verb-unnamed")
    said_at = _circumstance(at, clause, index)
    pointed = said_at > at + 1 and index.lower[said_at - 1] in speech.pointing
    if pointed and not index.within(at, said_at) and index.words[said_at : said_at + 1] != [","]:
        return None  # "ungkap warga Poso ini", "kata pemilik kios itu di Poso": who spoke last
    place = _behind_comma(at, stop, index)
    related = index.lower[at] in speech.relations
    if place is None and not related:
        said_of = _description(at, clause, index)
        for reference in index.within(at, said_of):
            return index.people[reference.person].name, "verb-role-name"
        place = _tail(at, said_of, index)
    if place is not None:
        return _known(place, index), "verb-role-name"
    if index.lower[at] in speech.unnamed or related:
        return no_one("verb-unnamed")
    if any(word in speech.pointing for word in index.lower[at:clause]):
        return None
    return no_one("verb-unnamed") if clause - at == 1 else None


def _officer(at: int, clause: int, stop: int, index: PersonIndex) -> Found | None:
    """The speaker told by the office: `ujar kapolres`, `kata orang nomor satu di Poso itu`."""
    holder = index.holder(at)
    if holder is not None:
        # "kata jubir KPK saat itu, Simon Betawi": another one than who holds the office now
        other = _behind_comma(at, stop, index)
        named = _known(other, index) if other is not None else index.people[holder].name
        return named, "verb-office"
    first = index.first_in_rank() if "nomor satu" in " ".join(index.lower[at:clause]) else None
    return None if first is None else (index.people[first].name, "verb-office")


def _circumstance(at: int, clause: int, index: PersonIndex) -> int:
    """Return where the telling of place and time begins: "pemilik kios itu | di Poso"."""
    told = index.speech.circumstances
    return next((n for n in range(at + 1, clause) if index.lower[n] in told), clause)


def _description(at: int, clause: int, index: PersonIndex) -> int:
    """Return where the words that say what the speaker is end: "penghulu | yang duduk di …"."""
    others = (*index.speech.relations, "yang", "di")
    return next((n for n in range(at + 1, clause) if index.lower[n] in others), clause)


def _known(place: tuple[int, int], index: PersonIndex) -> str:
    for reference in index.within(place[0], place[1]):
        return index.people[reference.person].name
    return index.name_at(*place)


def _clause_end(at: int, stop: int, index: PersonIndex) -> int:
    clause = at
    while clause < stop and index.words[clause] not in (",", ".", ";", "(") and clause - at < REACH:
        clause += 1
    return clause


def _behind_comma(at: int, stop: int, index: PersonIndex) -> tuple[int, int] | None:
    """`ujar salah seorang warga, Siti Aminah.`: a name that a mark or a circumstance closes."""
    comma = _clause_end(at, stop, index)
    if comma + 1 >= stop or index.words[comma] != ",":
        return None
    place = index.namer.name(comma + 1)
    if place is None or place[0] >= stop:
        return None
    end = place[1]
    closed = end >= len(index.words) or not index.words[end].islower()
    return place if closed or index.lower[end] in index.speech.circumstances else None


def _tail(at: int, clause: int, index: PersonIndex) -> tuple[int, int] | None:
    """`kata pengamat kebijakan publik Universitas Tadulako Slamet Riyadi`."""
    for place in range(at, clause):
        if index.is_capital(place):
            whole = index.is_personal(place) or _is_name(place, clause, index)
            found = index.namer.name(place) if whole else None
            if index.lower[at] not in index.speech.unnamed:
                found = found or index.namer.described(place)
            return found if found is not None and found[1] <= clause else None
    return None


def _is_name(place: int, clause: int, index: PersonIndex) -> bool:
    """Tell whether all words from `place` on are a person's: one is known, and none a body's."""
    words = [index.plain(at) for at in range(place, clause)]
    others = any(word.isupper() or index.is_body(word) for word in words)
    regions = any(at in index.regions for at in range(place, clause))
    return not others and not regions and any(index.names.is_known(word) for word in words)


def past_speaker(cue: int, stop: int, index: PersonIndex) -> int:
    """Return the token behind the speaker of the verb at `cue`, past degrees and brackets."""
    at = index.past_fillers(cue + 1, stop)
    verb = index.lower[cue]
    if verb == "menurutnya" or verb in index.speech.pointing_back:
        return at
    if at < stop and index.lower[at] in index.speech.pronouns:
        return at + 1
    references = index.within(at, min(at + 2, stop))
    if references:
        at = references[-1].end
    elif at < stop and (place := index.namer.name(at)) is not None:
        at = place[1]
    else:
        named = _behind_comma(at, stop, index)
        at = named[1] if named is not None else _clause_end(at, stop, index)
    return min(_past_degrees(at, stop, index), stop)


def _past_degrees(at: int, stop: int, index: PersonIndex) -> int:
    while at + 1 < stop:
        step = 1 if index.is_degree(at) else 2
        if step == 2 and not (index.words[at] == "," and index.is_degree(at + 1)):
            break
        at += step
    if at < stop and index.words[at] == "(":
        end = min(at + _BRACKET, stop)
        return next((n + 1 for n in range(at, end) if index.words[n] == ")"), at)
    return at
