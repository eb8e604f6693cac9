"""Whether something is told as held: not hoped for, forecast, denied, or only on a condition."""

from collections.abc import Container, Sequence

from extractor.lexicon.ranks import RankWords

_SHORT_OF_NAMES = ("yakni", "yaitu")


def is_asserted(
    words: Sequence[str],
    begin: int,
    start: int,
    lexicon: RankWords,
    *,
    spared: Container[int] = (),
    targets: Container[str] = (),
) -> bool:
    """Whether the place or grade at token `start` is held by what stands before it.

    `words` are lower-case tokens, `begin` the first of the sentence. Tokens in `spared` are part of
    places and grades ("juara harapan I", "Menuju Informatif") and hope for nothing; `targets` are
    words that deny as a hope does. A word that tells what has come about ("kini", "berhasil") ends
    the search. A verb of attaining ("menempati") ends it only at the next clause: "bertekad
    menempati peringkat pertama" is a hope.
    """
    far = max(begin, start - lexicon.hope_reach)
    deniable = start - lexicon.negation_reach
    attained = False
    for at in range(start - 1, far - 1, -1):
        word = words[at]
        if lexicon.resets(words, at):
            return not _is_denied(words, begin, at, lexicon)
        if lexicon.attains(words, at):
            if _is_denied(words, begin, at, lexicon):
                return False
            attained, deniable = True, at
        elif word == "," or word in _SHORT_OF_NAMES:
            deniable = at + 1  # "belum menggembirakan, yakni peringkat ke-33"
            if attained and words[at + 1] not in lexicon.goes_on:
                return True
        unsure = at not in spared and (lexicon.hopes_at(words, at) or word in targets)
        unsure = unsure or lexicon.supposes(words, at)
        unsure = unsure and not (attained and word in lexicon.efforts)
        if (
            unsure
            or lexicon.is_awaited(words, at)
            or (at >= deniable and lexicon.denies(words, at))
        ):
            return False
    return True


def _is_denied(words: Sequence[str], begin: int, at: int, lexicon: RankWords) -> bool:
    """Whether the verb at token `at` is denied: `belum berada`, `tidak ada daerah yang meraih`."""
    if at == begin:
        return False
    if words[at - 1] in lexicon.negations:
        return True
    if words[at - 1] != "yang":
        return False
    denials = range(max(begin, at - lexicon.hope_reach), at - 1)
    return any(words[d] in lexicon.negations and words[d + 1] in lexicon.nobody for d in denials)
