"""Numbers that come in pairs: the ends of a scale, of a band, of a range of values."""

from extractor.mentions.numbers.place import Place

_DASHES = frozenset("-–—~")
_SIGNS = frozenset({"-", "−", "–", "minus", "negatif"})
_GRADE_REACH = 10
_LONGEST = 40


def is_band(place: Place) -> bool:
    """`Informatif (90 - 100)`, `Sangat Baik berarti antara 4,2 hingga 5,0`: that of a grade."""
    graded = is_graded(place)
    if _is_between(place):
        return graded and not _is_rate(place)
    return _is_dashed(place) and (place.in_brackets() or (graded and _is_value(place)))


def is_limit(place: Place) -> bool:
    """`SPBE Kota Jambi ≥ 3,48`: a bound beside no grade, which somebody may have passed."""
    marks = place.lexicon.limit_marks
    marked = place.before() in marks or place.after() in marks
    return marked and not is_graded(place)


def is_graded(place: Place) -> bool:
    """Whether the name of a grade stands near."""
    near = range(place.start - _GRADE_REACH, place.end + _GRADE_REACH)
    return not place.graded.isdisjoint(near)


def is_range(place: Place) -> bool:
    """`3,10 - 3,40 persen`, `4,2 hingga 4,6 persen`: neither end of it is the value."""
    return (_is_dashed(place) and _is_value(place)) or _is_between(place) or _is_linked(place)


def _is_dashed(place: Place) -> bool:
    dashed = place.after() in _DASHES and place.after(2)[:1].isdigit()
    back = place.before() in _DASHES and place.before(2)[:1].isdigit()
    word = place.words[place.start]
    inner = word[1 : min(len(word) - 1, _LONGEST)]  # a token may be very long: "1-1-1-1-…"
    return dashed or back or any(dash in inner for dash in _DASHES)


def _is_value(place: Place) -> bool:
    """`51,00 – 80,99`, `0-50,99`, `3 - 5 persen`, `indeks 60–80`: one of values, not of places."""
    near = (place.words[place.start], place.after(2), place.before(2))
    decimals = not place.shape.whole or any("," in word and word[-1:].isdigit() for word in near)
    valued = any(place.before(steps) in place.lexicon.score for steps in (1, 3))
    return decimals or valued or _is_rate(place)


def _is_rate(place: Place) -> bool:
    """`3 - 5 persen`, `usia 6-18 tahun`."""
    units = {place.unit(), place.after(3)}
    return not units.isdisjoint(place.lexicon.measures | {"persen", "%"})


def _is_between(place: Place) -> bool:
    """`nilai antara 4,2 hingga 5,0`, `antara -0,13 persen dan 0,22 persen`: either end of it."""
    words = place.lexicon
    if place.before() in words.betweens:
        link = 1 + (place.after() in words.rates and not place.shape.unit)
        following = link + 1 + (place.after(link + 1) in _SIGNS)
        return place.after(link) in words.scale_links and place.after(following)[:1].isdigit()
    first = 2 + (place.before(2) in words.rates)
    if place.before() not in words.scale_links or not place.before(first)[:1].isdigit():
        return False
    return place.before(first + 1 + (place.before(first + 1) in _SIGNS)) in words.betweens


def _is_linked(place: Place) -> bool:
    """`4,2 hingga 4,6 persen`; not `naik dari 4,2 hingga 4,6`, which tells two values."""
    words = place.lexicon
    rated = place.after() in words.rates and not place.shape.unit
    until, following = place.after(1 + rated), place.after(2 + rated)
    if following == "dengan":  # "4,2 sampai dengan 4,6"
        following = place.after(3 + rated)
    back = 1 + (place.before() == "dengan")
    if place.before(back) in words.untils and _ends_number(place.start - back, place):
        first = place.start - back - 1 - (place.before(back + 1) in words.rates)
    elif until in words.untils and following[:1].isdigit() and _is_value(place):
        first = place.start
    else:
        return False
    moved = range(max(place.sentence, first - _GRADE_REACH), first)
    leaves = first > 0 and place.words[first - 1] == "dari"
    return not (leaves and any(place.words[at] in words.change for at in moved))


def _ends_number(at: int, place: Place) -> bool:
    """Whether a value, or its unit, stands right before token `at`."""
    before = place.words[at - 1]
    if before in ("persen", "%") and at > 1:
        before = place.words[at - 2]
    valued = "," in before or place.words[at - 2] in place.lexicon.score
    return before[:1].isdigit() and valued
