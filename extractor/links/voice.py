"""The voice of Indonesian verbs by their prefix: who holds stands behind a passive one.

`diraih Kota Jambi`, `digenggam Bali`: the prefix di- makes a verb passive, and its agent follows
(Sneddon et al., Indonesian Reference Grammar, 2010, 3.28). So verbs of holding need no list; what
is listed are the nouns that look like them and the passives whose agent tells instead of holds.
"""

from extractor.lexicon.links import LinkWords

_SHORTEST = 6


def is_passive(word: str, lexicon: LinkWords) -> bool:
    """Tell whether `word` is a passive verb whose agent may hold what stands before it."""
    formed = word.startswith("di") and len(word) >= _SHORTEST and word.isalpha()
    return formed and word not in lexicon.not_passive and word not in lexicon.telling


def is_active(word: str, lexicon: LinkWords) -> bool:
    """Tell whether `word` is an active verb: its subject stands before it, not behind."""
    formed = word.startswith(("me", "ber")) and len(word) >= _SHORTEST and word.isalpha()
    return formed and word not in lexicon.not_active
