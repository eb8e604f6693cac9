"""A correction of one article carried over to a copy of its text, where the copy says the same."""

from collections.abc import Sequence

from extractor.archive.questions.corrections.applied import Fact, spans_of
from extractor.archive.questions.corrections.file import Correction, Spans, digest_of
from extractor.archive.questions.corrections.form import Data, made, same, told
from extractor.records import Evidence


def carried(
    one: Correction, text: str, article: str, copy: str, facts: Sequence[Fact]
) -> Correction | None:
    """Return `one`, made on `text`, as a correction of `article`, whose text is `copy`.

    `facts` are those of its kind there. None where the same was not read in the copy, where it has
    a correction of its own, or where the words of what is added or said do not stand in it.
    """
    digest = digest_of(copy)
    words = (one.changes or {}).get("text")
    if one.kind == "quotes" and words is not None and str(words) not in copy:
        return None
    if one.was is None:
        spans = _moved(one.at, text, copy)
        is_said = any(same(told(one.kind, fact.record), _normal(one)) for fact in facts)
        if spans is None or is_said:
            return None
        return Correction(article, digest, one.kind, spans, None, one.becomes)
    for fact in facts:
        if fact.read is None or fact.correction is not None:
            continue
        was = told(one.kind, fact.read)
        if same(was, one.was) or same(was, _normal(one)):
            return Correction(article, digest, one.kind, spans_of(fact.read), was, one.becomes)
    return None


def _normal(one: Correction) -> Data:
    """Return what `one` is about with codes and ids in place of names that a person wrote."""
    data: Data = one.fact if one.was is None else one.was
    return told(one.kind, made(one.kind, data, (Evidence(start=0, end=1, text="."),)))


def _moved(spans: Spans, text: str, copy: str) -> Spans | None:
    """Return where the words in `spans` of `text` stand in `copy`, in their order, if they do."""
    moved, begin = [], 0
    for start, end in sorted(spans):
        found = copy.find(text[start:end], begin)
        if found < 0:
            return None
        begin = found + end - start
        moved.append((found, begin))
    return tuple(moved)
