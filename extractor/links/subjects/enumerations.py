"""Who is told apart from the grade that all of them have: in the list below it, or in what follows.

`Predikat Utama:` over `- Kota Rimba`; `19 daerah meraih Utama. Yaitu Kota Rimba dan Kota Awan`.
"""

from collections.abc import Sequence

from extractor.links.candidates import Anchor
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.links.view import View
from extractor.structure.article_index import after

ENUMERATED = "enumerated"
_OPENS = 4  # tokens of the sentence that goes on: "Mereka antara lain", "Delapan di antaranya,"
_LEAD = 3


def enumerated(anchor: Anchor, view: View) -> Sequence[SubjectMention]:
    """Return those who are told apart from the grade `anchor`, at least two; () for none."""
    if anchor.kind != "grade" or _is_of_a_class(anchor, view):
        return ()
    members = _listed(anchor, view) or _following(anchor, view)
    return members if len(members) > 1 else ()


def _is_of_a_class(anchor: Anchor, view: View) -> bool:
    """`Kategori Kota Terinovatif`, `Daerah Tertinggal`: a class in which there are winners."""
    lexicon, ahead = view.lexicon, view.index.lower[max(0, anchor.start - 1) : anchor.start]
    return not (lexicon.levels | lexicon.governments).isdisjoint(ahead)


def _listed(anchor: Anchor, view: View) -> list[SubjectMention]:
    """Return the first named in each item of the list that the line of the grade heads.

    An item with a grade or value of its own tells its own.
    """
    index, found = view.index, list[SubjectMention]()
    for at in view.lists_below.get(anchor.start, ()):
        if _is_ranked(index.segments[at].headings, view):
            continue
        for item in index.children(at, "item"):
            bounds = index.bounds[item]
            named = after(view.named, *bounds, 1)
            if named and not any(after(items, *bounds, 1) for items in (view.grades, view.values)):
                found += view.loose_runs.get(named[0].start, named)
    return found


def _is_ranked(headings: Sequence[int], view: View) -> bool:
    """Whether the headings of a list rank: `Urutan terbaik`, over `Kategori Utama: 1. Rimba`."""
    return any(after(view.ranks, *view.index.bounds[heading], 1) for heading in headings)


def _following(anchor: Anchor, view: View) -> Sequence[SubjectMention]:
    """Return the row of names in the next sentence, which opens with a word that lists them."""
    index = view.index
    begin = index.sentence_end(anchor.start)
    if begin >= len(index.words) or index.furniture[begin] >= 0 or index.frame[begin] >= 0:
        return ()
    end = index.sentence_end(begin)
    opens = next((n for n in range(begin, min(end, begin + _OPENS)) if _lists(n, view)), -1)
    named = after(view.named, opens + 1, min(end, opens + 1 + _LEAD), 1) if opens >= 0 else []
    if not named:
        return ()
    run = view.loose_runs.get(named[0].start, named)
    told = (view.grades, view.values, view.ranks)
    return () if any(after(items, begin, run[-1].end, 1) for items in told) else run


def _lists(at: int, view: View) -> bool:
    return view.index.lower[at] in view.lexicon.members
