"""With which grade: `3,48 dengan predikat Baik`, a cell under `Predikat`."""

from extractor.lexicon.indices import catalogue
from extractor.lexicon.predicates import predicate_words
from extractor.links.candidates import Anchor, Candidate
from extractor.links.slots.placement import count_between, distinct, nearby, placed
from extractor.links.view import View
from extractor.mentions.kinds import PredicateMention
from extractor.structure.article_index import before

_BRACKET_REACH = 2


_AFTER = "grade-value"
"""The construction of a grade right behind its value."""


def grade_candidates(anchor: Anchor, view: View) -> list[Candidate]:
    """Return the grades that may be told of the value `anchor`, and none."""
    mentions = list(nearby(view.grades, anchor, view, (2, 2, 0)))
    if (start := view.series_starts.get(anchor.start, -1)) >= 0:
        mentions += before(view.grades, start, view.index.line_start(start), 1)
    own = (m for m in distinct(mentions) if not _is_of_another(m, anchor, view))
    found = [_grade(mention, anchor, view) for mention in own]
    found += _cell_grade(anchor, view)
    found.append(Candidate("", "nothing", ("nothing", f"nothing&near={bool(found):d}")))
    return found


def _is_of_another(mention: PredicateMention, anchor: Anchor, view: View) -> bool:
    """Whether a grade is that of a value right before it: `naik ke 3,40 (Baik)`.

    `78,32 dengan predikat BB dari tahun sebelumnya 76,10`: a value behind it has another.
    """
    pairs, start = view.roles.pairs, mention.start
    if start < anchor.start and (start, anchor.start) not in pairs:
        last = before(view.values, start, view.index.sentence[start], 1)
        if last and _AFTER in pairs.get((start, last[0].start), ()):
            return True
    opened = view.index.bracket[mention.start]
    if opened < 0:
        return False
    values = before(view.values, opened, max(0, opened - _BRACKET_REACH), 1)
    return bool(values) and values[0].start != anchor.start


def _cell_grade(anchor: Anchor, view: View) -> list[Candidate]:
    """Return the cell of the anchor's table row that stands under a heading like `Predikat`."""
    index = view.index
    cell = index.cell[anchor.start]
    if cell < 0:
        return []
    for other in index.children(index.segments[cell].parent, "cell"):
        start, end = index.bounds[other]
        head = index.header_cell(start)
        if head >= 0 and index.lower[index.bounds[head][0]] in predicate_words().labels:
            words = " ".join(index.words[start:end]).strip()
            return [Candidate(words, "column", ("cell",), (start, end))]
    return []


def _grade(mention: PredicateMention, anchor: Anchor, view: View) -> Candidate:
    features = placed(mention, anchor, view)
    where = features[0].removeprefix("at=")
    subjects = min(count_between(view.named, mention.start, anchor.start), 2)
    features += [f"cue={mention.cue}", f"cue={mention.cue}&{where}", f"subjects={subjects}&{where}"]
    opens = view.index.lower[mention.end : mention.end + 3]
    listed = any(word in view.lexicon.openings for word in opens)
    features.append(f"opens={listed:d}&{where}")
    number = anchor.number
    if number is not None:
        holds = {
            catalogue().grade_of_value(id_, number.value) == catalogue().grade(id_, mention.surface)
            for id_ in mention.indices.split()
            if catalogue().grade_of_value(id_, number.value)
        }
        features += [f"band={'holds' if True in holds else 'fails' if holds else 'unknown'}"]
    return Candidate(mention.surface, where, tuple(features), (mention.start, mention.end))
