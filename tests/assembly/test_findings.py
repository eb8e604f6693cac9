"""What stays open, as findings: nobody's, or too improbable for a record."""

import pytest

from extractor.assembly.findings import open_anchors
from extractor.assembly.witness import Witness
from extractor.links.candidates import Anchor, AnchorKind, Candidate, Decision, Settled, Slot
from extractor.links.subjects.subject_mention import SubjectMention
from extractor.records import Finding
from extractor.text.normalise import normalise
from tests.reader import reader

TEXT = "Kota Blitar meraih indeks SPBE 3,40 pada 2023."


def decided(
    slot: Slot, value: str, subjects: tuple[SubjectMention, ...] = ()
) -> tuple[Slot, Decision]:
    best = Candidate(value, "clause", (), subjects=subjects)
    return slot, Decision(slot, best, None, 0.4)


def told(kind: AnchorKind, *, subject: bool, index: bool, confidence: float = 0.4) -> list[Finding]:
    blitar = SubjectMention("region", 0, 2, "35.72", "Kota Blitar")
    decisions = [decided("subject", "", (blitar,))] if subject else []
    decisions += [decided("index", "spbe")] if index else []
    settled = Settled(Anchor(kind, 3, 4), dict(decisions))
    witness = Witness(reader().nlp(TEXT), normalise(TEXT), TEXT)
    return list(open_anchors([(settled, confidence)], witness))


def test_what_may_be_somebodys_is_not_settled_and_says_what_was_undecided() -> None:
    (finding,) = told("value", subject=True, index=True)
    assert finding.code == "not-settled"
    assert all(word in finding.message for word in ("value", "Kota Blitar", "spbe", "40%"))


@pytest.mark.parametrize(
    ("kind", "code"),
    [("value", "number-unlinked"), ("grade", "predicate-unlinked"), ("place", "rank-unlinked")],
)
@pytest.mark.parametrize(("subject", "index"), [(False, True), (True, False)])
def test_what_is_nobodys_says_so(
    kind: AnchorKind, code: str, *, subject: bool, index: bool
) -> None:
    assert [f.code for f in told(kind, subject=subject, index=index)] == [code]


def test_what_is_probable_but_no_subject_of_ours_is_nobodys() -> None:
    assert told("place", subject=True, index=True, confidence=0.9)[0].code == "rank-unlinked"
