"""What an article itself tells of its words: whom it calls so, which are places or bodies."""

import re
from dataclasses import dataclass
from functools import cache

from extractor.lexicon.alternatives import any_word
from extractor.lexicon.names import name_words
from extractor.lexicon.offices import office_words
from extractor.lexicon.verbs import speech_words

# What stands before the capital is looked at behind it: other letters are then passed over sooner.
_ALONE = re.compile(r"[A-Z](?<![\w.&-][A-Z])[\w'’-]{1,40}(?: [A-Z][\w'’-]{1,40}){0,8}")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words as the article writes them.

    `called` are names by which a speaker is called ("kata Kelik", "Kelik menjelaskan"), `places`
    what stands behind "Kecamatan" or "Desa", `bodies` what has members and offices ("anggota X").
    `alone` are capitalised words that nothing capitalised stands beside: "Blue Lake menjual …".
    """

    called: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    alone: frozenset[str] = frozenset()


def gather(text: str) -> Evidence:
    """Return the evidence of `text`."""
    offices, names = office_words(), name_words()
    called, places, bodies = _patterns()
    no_name = offices.complement | names.not_names | offices.heads.keys()
    spoken = {match[1] or match[2] for match in called.finditer(text)}
    return Evidence(
        frozenset(
            word
            for word in spoken
            # "Kemenkes menyebut …": a body speaks too.
            if word not in no_name and not word.isupper() and not offices.shapes.fullmatch(word)
        ),
        frozenset(match[1].strip() for match in places.finditer(text)),
        frozenset(match[1] for match in bodies.finditer(text)),
        frozenset(_unopened(match[0], names.not_names) for match in _ALONE.finditer(text)),
    )


def _unopened(run: str, openers: frozenset[str]) -> str:
    """Return the run without a word that only begins a sentence: "Kini Danau Biru"."""
    first, _, rest = run.partition(" ")
    return rest if first in openers and rest else run


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    speech, offices = speech_words(), office_words()
    bare, active = any_word(speech.bare | speech.according), any_word(speech.active)
    courtesy = rf"(?:(?:{'|'.join(w.title() for w in sorted(name_words().courtesies))}|H)\.? )?"
    called = (
        rf"\b{bare} {courtesy}([A-Z][a-z]+(?:['’-]\w+)?)(?!\w)(?! ?[A-Z(])"
        rf"|(?:^|(?<=[.?!”\"] )){courtesy}([A-Z][a-z]+(?:['’-]\w+)?)"
        rf" (?:juga |pun |kembali )?{active}\b"
    )
    # Behind "Kepala" the place and the name of its head run together: that is no evidence.
    place = any_word(offices.place_words)
    places = rf"(?<!Kepala )\b{place} ((?:[A-Z]\w+ ?){{1,3}})(?! ?[A-Z])"
    bodies = rf"\b{any_word(offices.members)} ([A-Z]\w+)\b"
    return re.compile(called, re.MULTILINE), re.compile(places), re.compile(bodies)
