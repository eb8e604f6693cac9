"""Words made comparable: letter case, marks and white space are no difference between facts."""

import re
from functools import cache

from extractor.lexicon.comparing import comparing_words
from extractor.lexicon.indices import catalogue
from extractor.lexicon.regions import gazetteer

_WORD = re.compile(r"\w+")
_QUOTES = re.compile("[\"'“”‘’«»]")
_BRACKETS = re.compile(r"\([^()]*\)")


def folded(text: str) -> str:
    """Return `text` in one letter case, without marks: `"Memuaskan."` is `memuaskan`."""
    return " ".join(words(text))


def plain(text: str) -> str:
    """Return `text` in one letter case, without quotes and full stops; `A-` stays no `A`."""
    return " ".join(_QUOTES.sub(" ", text.casefold()).split()).strip(" .,;:")


def words(text: str) -> list[str]:
    """Return the words and numbers of `text` in lower case; `59,2` is two."""
    return _WORD.findall(text.casefold())


def slug(text: str) -> str:
    """Return the letters and digits of `text` alone, so that every style of slug compares equal."""
    return "".join(words(text)).replace("_", "")


def begins(text: str, part: str) -> bool:
    """Tell whether the words of `text` begin with those of `part`."""
    whole, first = words(text), words(part)
    return whole[: len(first)] == first


def ends(text: str, part: str) -> bool:
    """Tell whether the words of `text` end with those of `part`."""
    whole, last = words(text), words(part)
    return whole[-len(last) :] == last


def ranked_class(category: str) -> str:
    """Return the class that `category` ranks: "kategori pemerintah kota" is "kota"."""
    known, left = comparing_words(), words(category)
    heads = [at for at, word in enumerate(left) if word in known.class_heads]
    if heads and heads[-1] + 1 < len(left):
        left = left[heads[-1] + 1 :]
    left = [known.class_words.get(word, word) for word in left]
    left = [word for word in left if word]
    level = [*left[1:], ""]
    return " ".join(
        word
        for word, behind in zip(left, level, strict=True)
        if not (word in known.governments and behind in (*known.levels, *known.governments))
    )


def ranked_scope(scope: str) -> str:
    """Return the words of `scope` that tell the area: "wilayah Sumatera" is "sumatera"."""
    left = words(scope)
    while len(left) > 1 and left[0] in comparing_words().scope_heads:
        left = left[1:]
    return " ".join(left)


def office_core(office: str) -> str:
    """Return `office` without brackets, regions and marks: "Wali Kota Jambi" is "wali"."""
    left, at = [], 0
    parts = words(_BRACKETS.sub(" ", office))
    names, longest = region_names()
    while at < len(parts):
        for size in range(min(longest, len(parts) - at), 0, -1):
            if tuple(parts[at : at + size]) in names:
                at += size
                break
        else:
            left.append(parts[at])
            at += 1
    return " ".join(word for word in left if word not in comparing_words().levels)


@cache
def region_names() -> tuple[frozenset[tuple[str, ...]], int]:
    """Return every name and alias of a region as words, and the length of the longest."""
    names = frozenset(tuple(words(" ".join(name))) for name in gazetteer().names) - {()}
    return names, max(map(len, names), default=0)


def region_name(code: str) -> str | None:
    """Return the name of the region with `code`, without its level; None for no region's code."""
    region = gazetteer().regions.get(code)
    return region.bare if region else None


def index_ids(name: str) -> tuple[str, ...]:
    """Return the catalogue ids that `name` may mean; () for a name that the catalogue lacks."""
    return catalogue().resolve_all(name)
