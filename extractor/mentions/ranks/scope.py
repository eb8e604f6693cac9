"""The scope that is said around a rank: the nation, a province, an island, an area as worded."""

from itertools import chain

from extractor.mentions.ranks.context import Context
from extractor.mentions.ranks.shape import Shape

_HELD = 3  # tokens
OWN = "provinsi"
"""The scope of `tingkat provinsi`: that of whoever is ranked."""


def scope_of(shape: Shape, context: Context) -> str:
    """Return the scope said around the rank: `national`, `world`, a region code, words, or "".

    `peringkat ke-4 nasional`, `tertinggi di Provinsi Jambi`, `Untuk wilayah Sulawesi, …`.
    """
    if own := held_in(shape, context):
        return own
    behind = range(shape.start, context.clause_after(shape).stop)  # "peringkat nasional 11" too
    near = (behind, context.clause_before(shape, 3), context.frame(shape))
    first = shape.relation == ""
    far = chain(context.earlier_frames(shape), context.headings(shape)) if first else ()
    said = (scope_in(tokens, context) for tokens in chain(near, far))
    return next(filter(None, said), "")


def held_in(shape: Shape, context: Context) -> str:
    """Return the province right behind a place that is held: `menduduki peringkat 8 Riau`.

    Without a verb before it the province may be whose the place is: `Peringkat 8 Riau (3,4)`.
    """
    ahead = context.words[max(context.starts[shape.start], shape.start - _HELD) : shape.start]
    region = context.regions.get(shape.end)
    held = shape.placed and not context.lexicon.attaining.isdisjoint(ahead)
    return region.code if held and region is not None and region.level == "province" else ""


def scope_in(tokens: range, context: Context) -> str:
    """Return the first scope that one of the `tokens` names, "" when none does."""
    for at in tokens:
        if scope := _scope_at(at, context):
            return scope
    return ""


def _scope_at(at: int, context: Context) -> str:
    """Return the scope that the word at token `at` names behind a locative, "" if it names none."""
    lexicon, word = context.lexicon, context.words[at]
    previous = context.words[at - 1] if at else ""
    for name in ("national", "world"):
        if word in lexicon.scopes[name] and previous not in lexicon.averages:
            return name
    if previous == "-" and at > 1:  # se - Jateng, where the tokens fall apart
        previous = context.words[at - 2]
    if at > 1 and previous == "di" and context.words[at - 2] in lexicon.happens:
        return ""  # "tertinggi terjadi di Papua Pegunungan"
    area = previous.removeprefix("se-")  # se-wilayah Sulawesi
    bare = word.removeprefix("se-")
    located = previous in lexicon.locatives or word.startswith("se-")
    located = located or (previous in lexicon.turns_to and bare in lexicon.islands)
    if not located and area not in lexicon.areas and bare not in lexicon.kept_areas:
        return ""
    if bare in lexicon.country or _phrase(at, context) in lexicon.country:
        return "national"
    return _area(at, bare, area, context) or _province(at, located, context)


def _area(at: int, bare: str, previous: str, context: Context) -> str:
    """`se-Kalimantan`, `wilayah Sulawesi`, `Solo Raya`, `eks-Karesidenan Kedu`: as worded."""
    lexicon, following = context.lexicon, context.texts[at + 1 : at + 2]
    for size in (4, 3, 2):  # "di Bali Nusra", "di Maluku dan Papua": of one area
        named = " ".join(context.words[at : at + size]).removeprefix("se-")
        if named in lexicon.islands and len(named.split()) == size:
            return " ".join(context.texts[at : at + size]).removeprefix("se-")
    if following and following[0].lower() in lexicon.area_names:
        return f"{bare.title()} {following[0]}"
    if at in context.regions:
        return ""
    named_next = at + 1 in context.regions
    if bare in lexicon.kept_areas and following and following[0].istitle() and not named_next:
        islands = {island.split()[0] for island in lexicon.islands}
        return "" if following[0].lower() in islands else f"{context.texts[at]} {following[0]}"
    if bare in lexicon.islands:
        kept = f"{previous} " if previous in lexicon.kept_areas else ""
        return f"{kept}{bare.title()}"
    return ""


def _province(at: int, located: bool, context: Context) -> str:
    """`se-Jateng`, `tingkat Provinsi Lampung`; `tingkat provinsi` is that of whoever is ranked."""
    region = context.regions.get(at)
    if region is None:
        named = context.regions.get(at + 1)
        own = context.words[at].removesuffix("nya") == OWN  # di provinsinya
        return OWN if located and own and named is None else ""
    return region.code if region.level == "province" else ""


def _phrase(at: int, context: Context) -> str:
    """Return the two words from token `at` on: `tanah air`."""
    return " ".join(context.words[at : at + 2]).removeprefix("se-")
