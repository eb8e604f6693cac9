"""Which role a number plays: a list of tests in order of precision; the first that holds decides.

Each test reads the words around the number only. A score is what no other role claims and a cue
supports; whether it belongs to anybody is for the links to say.
"""

import re
from collections.abc import Callable
from functools import cache

from extractor.lexicon.ranks import rank_words
from extractor.mentions.kinds import Role
from extractor.mentions.numbers import claims
from extractor.mentions.numbers.place import CLOSING, OPENING, Place
from extractor.mentions.numbers.ranges import is_band, is_limit, is_range

_MOVE_REACH = 12
_NAMED_REACH = 9
_RANKED_REACH = 40
_CHANGE_REACH = 4
_YEAR = re.compile(r"(?:19|20)\d\d")


def role_of(place: Place) -> tuple[Role, str]:
    """Return the role of the number and the name of the test that gave it."""
    for name, role, test in _TESTS:
        if test(place):
            return role, name
    return "other", "no-cue"


def _claimed(role: Role) -> Callable[[Place], bool]:
    def test(place: Place) -> bool:
        return place.claimed.get(place.start) == role

    return test


def _is_unsure(place: Place) -> bool:
    """`4,3 2 pada 2023`: a digit went astray; `min 0,13`: minus or minimum; `sebesar (0,13)`."""
    if place.before() in place.lexicon.unsure or _is_bookkept(place):
        return True
    whole, comma, decimals = place.words[place.start].partition(",")
    if not comma:
        whole, comma, decimals = whole.partition(".")
    astray, behind = place.after(), place.after(2)
    apart = whole.isdecimal() and len(decimals) == 1 and len(astray) == 1 and astray.isdecimal()
    if not apart or behind in place.lexicon.closers or behind in place.lexicon.index_units:
        return apart
    if not behind.strip():  # "SPBE Rimba 4,3 2"; no row of a table, "Rimba 4,3 2"
        begin = max(place.sentence, place.start - _NAMED_REACH)
        return any(at in place.indexed for at in range(begin, place.start))
    return behind in (".", ";", ")") and not place.after(3).strip()


def _is_bookkept(place: Place) -> bool:
    """`sebesar (0,13)`, `(0,13) persen`: brackets around it alone, an accountant's minus."""
    if place.shape.whole or place.before() not in OPENING or place.after() not in CLOSING:
        return False
    lexicon = place.lexicon
    return place.before(2) in lexicon.valuing or place.after(2) in lexicon.rates


def _is_money(place: Place) -> bool:
    """`Rp5,71 juta`, `12 miliar`."""
    return place.shape.money or place.unit() in place.lexicon.money_units


def _is_law(place: Place) -> bool:
    """`Peraturan Presiden Nomor 95 Tahun 2018`, `Pasal 5`."""
    return place.shape.whole and place.before().rstrip(".") in place.lexicon.law


def _is_time(place: Place) -> bool:
    """`pukul 08.30 WIB`."""
    words = place.lexicon
    return place.before() in words.clock_before or place.after() in words.clock_after


def _is_scale(place: Place) -> bool:
    """`skala 1 sampai 5`, `rentang 0-100`, `Informatif (90 - 100)`, `IPM < 70`."""
    marks = place.lexicon.limit_marks
    if place.before() in marks or place.after() in marks or is_band(place):
        return True
    for steps in range(1, 7):
        word = place.before(steps)
        if word in place.lexicon.scale:
            return True
        named = word[:1].isdigit() or place.start - steps in place.indexed  # rentang nilai SPBE 1
        if not named and word not in place.lexicon.scale_links:
            break
    return _bound_after_grade(place)


def _bound_after_grade(place: Place) -> bool:
    """`Tidak Informatif (di bawah 39,9)`: a bracket behind a grade holds its band."""
    for steps in range(1, 5):
        if place.before(steps) in OPENING:
            bounded = steps > 1
            return bounded and place.start - steps - 1 in place.graded
    return False


def _is_change(place: Place) -> bool:
    """`naik 0,16`, `terpaut hampir 20 poin`, `0,5 poin lebih rendah`; not `naik menjadi 3,40`."""
    words = place.lexicon
    if place.unit() == "poin" and place.after(1 + (not place.shape.unit)) in words.surpassing:
        return True
    if _is_in_points_of_percent(place) or _is_ranked_change(place):
        return True
    for steps in range(1, 6):
        word = place.before(steps)
        if word in words.change and not claims.is_growth_told(place, place.start - steps):
            bounded = f"{place.before(2)} {place.before()}" in words.comparators
            return (bounded or place.before() not in words.levels) and not _leaves(place)
        if word not in words.change_fillers:
            break
    return _rate_in_brackets(place) or _is_distance(place)


def _is_in_points_of_percent(place: Place) -> bool:
    """`0,7 persen poin`, `0,5 poin persen`: what parts two shares."""
    behind = place.after(1 + (not place.shape.unit))
    apart = (place.unit(), behind) in place.lexicon.percentage_points
    return apart and place.before() not in place.lexicon.levels


def _is_ranked_change(place: Place) -> bool:
    """`Kenaikan IPM tertinggi dialami Rimba (1,3 poin), disusul Awan (1,1 poin)`: it ranks changes.

    No word of value or of a level stands between, and no index.
    """
    words = place.lexicon
    if place.unit() not in words.index_units:
        return False
    for at in reversed(place.back(_RANKED_REACH)):
        word = place.words[at]
        if word in _extremes():
            near = range(max(place.sentence, at - _CHANGE_REACH), at)
            changes = (n for n in near if place.words[n] in words.change)
            return any(not claims.is_growth_told(place, n) for n in changes)
        if at in place.indexed or word in words.values or word in words.reached:
            return False
    return False


@cache
def _extremes() -> frozenset[str]:
    ranks = rank_words()
    return ranks.best | ranks.worst | ranks.extents | {"paling"}


def _leaves(place: Place) -> bool:
    """`melonjak dari hanya 3,10`: the level that was left; not `lebih dari 20 poin`."""
    return place.before(2) == "dari" and place.before(3) in place.lexicon.change


def _is_distance(place: Place) -> bool:
    """`jarak antara yang teratas dan terbawah masih lebih dari 20 poin`, `jaraknya cuma 1,69`."""
    back = place.words[max(place.sentence, place.start - 15) : place.start]
    told = place.unit() == "poin" or place.before() in place.lexicon.change_fillers
    return told and any(word in place.lexicon.distances for word in back)


def _rate_in_brackets(place: Place) -> bool:
    """`naik 0,34 poin (0,47 persen)`, `Pertumbuhan tercepat dicatat Kota Bogor (0,63 persen)`."""
    if place.unit() not in ("persen", "%"):
        return False
    if place.before(2) == "yang" and place.claimed.get(place.start - 3) == "date":
        return False  # "dari tahun 2022 yang sebesar 77,40 persen"
    back = [at for at in place.back(25) if not claims.is_growth_told(place, at)]
    renamed = max((at for at in place.back(25) if _renames(place, at)), default=-1)
    back = [at for at in back if at > renamed]
    return any(place.words[at] in place.lexicon.growth for at in back) or (
        place.in_brackets() and any(place.words[at] in place.lexicon.change for at in back[-6:])
    )


def _renames(place: Place, at: int) -> bool:
    """`mengalami kenaikan atau inflasi sebesar 0,12 persen`: the index says what the rise is."""
    return at in place.named and place.words[at - 1] in place.lexicon.renaming


def _is_target(place: Place) -> bool:
    """`menargetkan IKLH naik ke angka 76,15`, `paling sedikit 3,5`, but not `dari 74,46`."""
    if place.before() == "dari" or place.before(2) == "yang":  # "angka 2015 yang sebesar 75,36"
        return False
    if place.lexicon.comparators.get(f"{place.before(2)} {place.before()}") in ("ge", "le"):
        return True
    for at in range(place.start - 1, max(place.sentence, place.start - 60) - 1, -1):
        word = place.words[at]
        if word in place.lexicon.target_reset:
            return False
        if word in place.lexicon.target:
            return True
    return False


def _is_share(place: Place) -> bool:
    """`16,17 persen dari 841 desa`, `272 di antaranya (46,42 persen)`."""
    if place.unit() not in ("persen", "%"):
        return False
    back = [place.before(steps) for steps in range(1, 5)]
    valued = (place.before(steps) for steps in range(1, 7))
    if place.lexicon.values.intersection(valued):  # "nilai tertinggi yaitu 96,19 persen dari 226"
        return False
    if place.after(2) in place.lexicon.share_after or any(w in place.lexicon.share for w in back):
        return True
    return place.in_brackets() and any(place.words[at].isdigit() for at in _counted(place))


def _counted(place: Place) -> range:
    return range(max(place.sentence, place.start - 5), place.start)


def _is_measure(place: Place) -> bool:
    """`4,21 tahun`, `1,13 kali`, `magnitudo 5,2`; not `usia harapan hidupnya 70,28 tahun`."""
    unit = place.unit()
    own = unit in place.scales and not place.shape.whole
    return (unit in place.lexicon.measures and not own) or place.before() in place.lexicon.measured


def _is_count(place: Place) -> bool:
    """`Sebanyak 32 provinsi`: a whole number before a common noun, with nothing that scores."""
    following = place.after()
    return (
        place.shape.whole
        and following.replace("/", "").replace("-", "").isalpha()
        and following not in place.lexicon.index_units
        and not _is_cued(place)
    )


def _is_cued(place: Place) -> bool:
    """`nilai 98`, `MCP: 98`, `98 poin`, `sudah di atas 80`."""
    if place.unit() in place.lexicon.index_units:
        return True
    behind_index = place.start - 1 in place.indexed
    if behind_index or (place.before() in (":", "=") and place.start - 2 in place.indexed):
        return True
    if (place.before() in place.lexicon.levels and _moves(place)) or _is_part_of_full(place):
        return True
    if place.before() in place.lexicon.weak and place.after().isalpha():
        return place.after() in place.lexicon.closers  # "dengan 326 komoditas" counts them
    return place.before() in place.lexicon.score


def _is_part_of_full(place: Place) -> bool:
    """`Skor Kota Batu 82 dari 100`: a word of value before, the full score behind."""
    full = place.after(2).partition(",")[0]
    if place.after() != "dari" or not full.isdecimal():
        return False
    back = (place.before(steps) for steps in range(1, 7))
    named = any(word in place.lexicon.score for word in back)
    return named and int(full[:5]) in place.lexicon.full_scores


def _moves(place: Place) -> bool:
    """`Skor MCP anjlok ke 74 dari sebelumnya 91`: a level that a value came to or left."""
    following = place.after()
    if following.isalpha() and following not in place.lexicon.closers:
        return False
    back = range(max(place.sentence, place.start - _MOVE_REACH), place.start)
    words = {place.words[at] for at in back}
    lexicon = place.lexicon
    named = not lexicon.score.isdisjoint(words) or any(at in place.indexed for at in back)
    return named and not lexicon.change.isdisjoint(words) and lexicon.amounts.isdisjoint(words)


def _is_score(place: Place) -> bool:
    """`4,32`: decimals need no further cue, a whole number does."""
    if not place.shape.whole:
        return True
    if len(place.words[place.start]) == 4 and 1900 <= place.shape.value <= 2100:
        return False
    return _is_cued(place) or _is_bounded(place) or _is_bracketed(place) or _is_named(place)


def _is_named(place: Place) -> bool:
    """`Nilai MCP daerah itu tahun 2023 hanya 98`: a word of value a little before, no noun behind.

    Only a year may stand between.
    """
    back = [place.before(steps) for steps in range(1, _NAMED_REACH)]
    at = next((n for n, word in enumerate(back) if word in place.lexicon.score), -1)
    between = (word for word in back[: max(at, 0)] if not _YEAR.fullmatch(word))
    goes_on = back[0].isalpha() and not place.after().isalpha()  # ": 1. Kota Rimba" lists
    return at >= 0 and goes_on and not any(word[:1].isdigit() for word in between)


def _is_bounded(place: Place) -> bool:
    pair = f"{place.before(2)} {place.before()}"
    return pair in place.lexicon.comparators and not place.after().isalpha()


def _is_bracketed(place: Place) -> bool:
    """`Kota Batu (87)`; `kata Toni (40)` tells an age."""
    if place.before() not in OPENING or place.after() not in CLOSING:
        return False
    before = place.start - 2
    holders = place.lexicon.holders
    return before in place.subjects or any(place.before(steps) in holders for steps in range(2, 7))


_TESTS: tuple[tuple[str, Role, Callable[[Place], bool]], ...] = (
    ("date", "date", _claimed("date")),
    ("rank", "rank", _claimed("rank")),
    ("law-number", "law", _is_law),
    ("money", "money", _is_money),
    ("time", "other", _is_time),
    ("measure", "other", _is_measure),
    ("limit", "scale", is_limit),
    ("scale", "scale", _is_scale),
    ("range", "other", is_range),
    ("unsure", "other", _is_unsure),
    ("threshold", "threshold", claims.is_threshold),
    ("forecast", "forecast", claims.is_forecast),
    ("contribution", "contribution", claims.is_contribution),
    ("rate", "rate", claims.is_rate),
    ("change", "change", _is_change),
    ("target", "target", _is_target),
    ("share", "share", _is_share),
    ("code", "other", claims.is_code),
    ("count", "count", _is_count),
    ("score", "score", _is_score),
)
