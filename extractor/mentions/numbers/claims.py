"""What a value is beside a score: a forecast, a bound, a contribution, the rate of a market."""

from extractor.mentions.numbers.place import Place

_FORECAST_REACH = 40
_WILL_REACH = 8
_CONTRIBUTION_REACH = 12
_GROWTH_REACH = 14
_RATE_REACH = 40
_BOUND_REACH = 4
_PRICE = 1000  # no index of a region is as high


def is_forecast(place: Place) -> bool:
    """`memperkirakan inflasi mencapai 0,25 persen`, `akan berada di kisaran 2 persen`."""
    words = place.lexicon
    rated = place.after() in words.rates
    if place.after(1 + rated) == "yang" and place.after(2 + rated) in words.forecast:
        return True
    for at in reversed(place.back(_FORECAST_REACH)):
        word = place.words[at]
        if word in words.target_reset or word in words.told:
            return False
        if word in words.forecast:
            return True
        if word in words.modals and place.start - at <= _WILL_REACH:
            return not any(place.words[a] in words.clause_marks for a in range(at, place.start))
    return False


def is_threshold(place: Place) -> bool:
    """`ambang batas 20 persen`, `selalu di atas 65`, `tak pernah turun dari 65`."""
    words = place.lexicon
    back = place.back(_BOUND_REACH)
    if any(place.words[at] in words.threshold for at in back):
        return True
    bounded = f"{place.before(2)} {place.before()}" in words.comparators
    always = any(place.words[at] in words.always for at in back)
    return always and (bounded or place.before() == "dari")


def is_contribution(place: Place) -> bool:
    """`andil inflasi 0,05 persen`, `menyumbang inflasi sebesar 0,2 persen`, `0,3 persen andil`."""
    words = place.lexicon
    if place.shape.whole and not place.unit():
        return False
    behind = place.after(2) if place.unit() and not place.shape.unit else place.after()
    if behind in words.contribution:
        return True
    for at in reversed(place.back(_CONTRIBUTION_REACH)):
        word = place.words[at]
        if word in words.contribution:
            return True
        named = place.words[at + 1] in words.namers
        if word in words.clause_marks and not named:
            return False
    return False


def is_rate(place: Place) -> bool:
    """`suku bunga 4,5 persen`, `baht susut 0,47 persen`, `IHSG di posisi 6.812,40`.

    What stands nearest before it decides: the name of a market, or that of an index.
    """
    words = place.lexicon
    if place.after() in words.per and place.after(2) in words.markets:
        return True
    if place.shape.whole and not place.unit() and abs(place.shape.value) < _PRICE:
        return False
    for at in reversed(place.back(_RATE_REACH)):
        word = place.words[at]
        if at in place.named or word in words.values:
            return False
        if word in words.markets:
            return True
        pair = f"{word} {place.words[at + 1]}"
        if pair in words.markets:
            return True
    return False


def is_code(place: Place) -> bool:
    """`081234`, `Industri 4.0`, `Android 4.4`: a number that only names something."""
    digits = place.words[place.start]
    if place.shape.whole:
        return digits[:1] == "0" and len(digits) > 1 and digits.isdecimal()
    cued = place.before() in place.lexicon.score or place.start - 1 in place.indexed
    return not cued and digits.endswith(".0") and place.before()[:1].isalpha()


def is_growth_told(place: Place, at: int) -> bool:
    """Whether the word of growth at token `at` tells a value: that of the economy has an index.

    `Pertumbuhan ekonomi 5,03 persen`, `ekonomi Jambi tumbuh 5,03 persen`, `laju inflasi 2 persen`.
    """
    words = place.lexicon
    if at in place.named:
        return True
    grown = place.words[at] in words.grows and place.unit() in ("persen", "%")
    for earlier in range(at - 1, max(place.sentence, at - _GROWTH_REACH) - 1, -1):
        if place.words[earlier] in words.economy:
            return grown
        if earlier in place.named:
            return False
    return False
