"""Words that a scraper glued together, cut where a known word or a case boundary proves the seam.

"Palangka RayaUntuk", "Wali KotaCimahi", "kata Rosa.Penertiban", "Rp 14,6 triliun2. Provinsi". A
capital in the middle of a word alone proves nothing: KemenPAN, YouTube, BaliPagi.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from extractor.errors import LexiconError
from extractor.lexicon.names import name_words
from extractor.lexicon.numbers import number_words
from extractor.lexicon.regions import gazetteer
from extractor.lexicon.resource import read_yaml
from extractor.lexicon.verbs import speech_words

_FILE = "glue.yaml"
_GROUPS = ("openers", "headlines", "followers", "acronyms", "no_sentence")
_SHORTEST_CAPITALS = 9
_LONGEST_CAPITALS = 80
_SHORTEST_SENTENCE = 5
_SHORTEST_NAME = 4
_BACK = 2_000
_SEAMS = re.compile(
    # RayaUntuk: the words on both sides of a capital
    r"(?<=[a-z])(?=(?P<right>[A-Z][a-z]+))"
    # DPR RIFelly
    r"|\b(?P<acronym>[A-Z]{2,4})(?=[A-Z][a-z]{2})"
    # Rosa.Penertiban; 33,2%.Kondisi
    r"|(?P<stop>(?:[a-z]{3}|\d|[%)”\"])\.)(?=(?P<sentence>[A-Z][a-z]+))"
    # 47,9%Kabupaten; (28/3/2013)Jakarta
    r"|(?P<mark>[\d\w][%)])(?=[A-Z][a-z]{2})"
    # triliun2. Provinsi; 80,553. SMA
    r"|(?P<number>[a-z]{4}|\d,\d\d\.?)(?=(?P<next>[1-9]\d?)\. ?[A-Z])"
    # Jambi3,48; Jambi-3,48
    r"|\b(?P<place>[A-Z][a-z]{2,20})-?(?=\d{1,3},\d)"
    # tercatat3,48; tercatat-3,48
    r"|\b(?P<led>[a-z]{2,20})(?=-?\d{1,3},\d)"
    # 3,48pada; 3,48Kota
    r"|(?P<value>\d,\d{1,3})(?=(?P<behind>[A-Z]?[a-z]{1,20})\b)"
)
_LINE = re.compile(r".+")
# Every seam has one of these; few lines have, and this costs a twentieth of looking for seams, as
# long as a pattern begins with what few characters are and looks back from there.
_SUSPECT = re.compile(
    r"[A-Z\d,](?:(?<=[A-Za-z.%)][A-Z])[a-z]|(?<=,)\d{1,3}[A-Za-z]"
    r"|(?<=\d)(?:\. ?[A-Z]|(?:(?<=[a-z]\d)|(?<=[a-z]-\d))\d{0,2},\d))"
)
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_LONGEST_WORD = 40
# A site or a brand: "BantenNews.co.id", "SulselProv_1".
_GOES_ON = re.compile(r"[A-Z_]|\.\w")
# An account or a tag: "@PemkotJambi".
_NAMERS = frozenset("@#_/")
_CAPITALS = re.compile(
    rf"[A-Z](?<!\w[A-Z])[A-Z]{{{_SHORTEST_CAPITALS - 1},{_LONGEST_CAPITALS - 1}}}(?!\w)"
)
_TAIL = re.compile(r"[A-Z](?<!\w[A-Z])[a-z]{7,}(?!\w)")


@dataclass(frozen=True, slots=True)
class _Words:
    openers: frozenset[str]
    headlines: frozenset[str]
    followers: tuple[str, ...]
    acronyms: frozenset[str]
    no_sentence: frozenset[str]
    places: frozenset[str]
    """The words of regions' names and of levels, in lower case."""
    heads: frozenset[str]
    """Governments and offices, which a region's or a person's name follows."""
    offices: frozenset[str]
    levels: frozenset[str]
    """What a region's name alone follows: `kabupaten`, `pemkot`."""
    valuing: frozenset[str]
    """What leads to a value, in small letters, and what goes on behind one."""
    closers: frozenset[str]
    saying: frozenset[str]
    known: frozenset[str]
    names: frozenset[str]
    """Names of regions that are one word, in lower case."""


def seams(text: str) -> list[int]:
    """Return where a space is missing in `text`, in order."""
    found = {
        at
        for line in _LINE.finditer(text)
        if _SUSPECT.search(line.group())
        for match in _SEAMS.finditer(text, *line.span())
        if (at := _seam(match)) >= 0
    }
    for match in _CAPITALS.finditer(text):
        found.update(match.start() + at for at in _parts(match.group().lower()))
    for match in _TAIL.finditer(text):
        if (at := _before_particle(match.group())) > 0:
            found.add(match.start() + at)
    return sorted(found)


def _seam(match: re.Match[str]) -> int:
    """Return the place of the seam that `match` proves, -1 when it proves none."""
    words = _words()
    groups = match.groupdict()
    if groups["right"]:
        is_seam = _is_between(groups["right"], match.string, match.end())
    elif groups["acronym"]:
        is_seam = groups["acronym"] in words.acronyms
    elif groups["stop"]:
        right = groups["sentence"]
        is_long = len(right) >= _SHORTEST_SENTENCE or right in words.openers
        is_seam = is_long and right not in words.no_sentence and not _is_short(match, right)
    elif groups["place"]:
        is_seam = groups["place"].lower() in words.places
    elif groups["led"]:
        is_seam = groups["led"] in words.valuing
    elif groups["value"]:
        behind = groups["behind"]
        is_seam = behind in words.closers | words.openers or behind.lower() in words.places
    elif groups["number"]:
        is_seam = _goes_on(match, int(groups["next"]))
    else:
        is_seam = groups["mark"] is not None
    return match.end() if is_seam else -1


def _is_short(match: re.Match[str], right: str) -> bool:
    """Whether the full stop shortens a word of level before a region: `Pemprov.Sulawesi Tengah`."""
    words, at = _words(), match.end() - 1
    left = _LAST_WORD.search(match.string, max(0, at - _LONGEST_WORD), at)
    asks = left is not None and left.group().lower() in words.levels
    return asks and right.lower() in words.places


def _is_between(right: str, text: str, at: int) -> bool:
    """Whether two words meet here: `RayaUntuk`, `BupatiBogor`, but not `BaliPagi`, `KemenPAN`."""
    words = _words()
    left = _LAST_WORD.search(text, max(0, at - _LONGEST_WORD), at)
    stop = at + len(right)
    if left is None or _GOES_ON.match(text, stop):
        return False
    if right in words.openers and len(left.group()) >= _SHORTEST_NAME:
        return True
    if left.group() in words.saying:  # "kataRosa": no brand begins with a verb in small letters
        return True
    name = left.group().lower()
    if text[left.start() - 1 : left.start()] in _NAMERS:
        return False
    before = text[max(0, left.start() - _LONGEST_WORD) : left.start()].lower().split()[-2:]
    if name in words.names and not words.offices.isdisjoint({"".join(before), *before[-1:]}):
        return True  # "Bupati GarutSyakur": whoever it is
    if name in words.places and not words.levels.isdisjoint(before):
        return True  # "Kota BanjarbaruSelama": whatever it is
    is_known = right.lower() in words.places or right in words.known or right in words.headlines
    return name in words.places | words.heads and is_known


def _goes_on(match: re.Match[str], number: int) -> bool:
    """Whether the number before `number` was counted in the same line: `1. Jawa … triliun2.`."""
    text, at = match.string, match.end()
    line = max(text.rfind("\n", 0, at) + 1, at - _BACK)
    return number > 1 and _counted(number - 1).search(text, line, at) is not None


@cache
def _counted(number: int) -> re.Pattern[str]:
    """The pattern of `number` in front of an item, alone or glued to what stands before."""
    return re.compile(rf"(?:(?<!\w)|(?<=[a-z]{{4}})|(?<=\d,\d\d)){number}\. ?[A-Z]")


def _parts(word: str) -> Iterator[int]:
    """Yield the seams in capitals that are nothing but words of regions: `LAUTDONGGALA`."""
    words = _words()
    if (word,) in gazetteer().names or word in words.places:
        return
    # From the end: where a rest begins that is made of known words, and its first word's end.
    after: dict[int, int] = {len(word): len(word)}
    for at in range(len(word) - 3, -1, -1):
        ends = [
            end
            for end in range(len(word), at + 2, -1)
            if end in after and word[at:end] in words.places
        ]
        if ends:
            after[at] = ends[0]
    at = after.get(0, len(word))
    while 0 < at < len(word):
        yield at
        at = after[at]


def _before_particle(word: str) -> int:
    """The seam in `Jakartayang`, 0 when there is none."""
    words = _words()
    for particle in words.followers:
        name = word.removesuffix(particle)
        if name != word and len(name) >= _SHORTEST_NAME and name.lower() in words.names:
            return len(name)
    return 0


@cache
def _words() -> _Words:
    data = read_yaml(_FILE)
    if not isinstance(data, dict) or set(data) != set(_GROUPS):
        raise LexiconError(f"lexicon file {_FILE}: it must have {', '.join(_GROUPS)}")
    known = gazetteer()
    names = {word for name in known.names for word in name if word.isalpha() and len(word) > 2}
    return _Words(
        openers=frozenset(data["openers"]),
        headlines=frozenset(data["headlines"]),
        followers=tuple(data["followers"]),
        acronyms=frozenset(data["acronyms"]),
        no_sentence=frozenset(data["no_sentence"]),
        places=frozenset(names | {word for word in known.words.levels if len(word) > 3}),
        heads=frozenset({*known.words.governments, *known.words.offices}),
        offices=frozenset(known.words.offices),
        levels=frozenset({*known.words.levels, *known.words.governments}),
        valuing=number_words().valuing | number_words().minus | number_words().unsure,
        closers=number_words().closers,
        saying=frozenset(speech_words().bare),
        known=frozenset(name_words().given),
        names=frozenset(name[0] for name in known.names if len(name) == 1),
    )
