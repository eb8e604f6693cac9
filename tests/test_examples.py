"""Annotated lines are read as they are meant, and one that is not well formed is told."""

import pytest

from models.annotated import EXAMPLES, Tagged, load, parse
from tests.mentions.annotated import cases

KINDS = sorted(path.stem for path in EXAMPLES.glob("*.txt"))


def test_tags_are_taken_out_and_their_places_kept() -> None:
    line = parse(
        'Kota <region code=33.74>Semarang</region> naik, <score a="b c" d=>4</score>.', "x"
    )
    assert line.text == "Kota Semarang naik, 4."
    assert line.tagged == (
        Tagged(5, 13, {"code": "33.74"}),
        Tagged(20, 21, {"a": "b c", "d": ""}),
    )
    assert (line.published, line.xfail) == (None, "")


def test_tags_may_nest() -> None:
    line = parse("<a><b>satu</b> dua</a>", "x")
    assert [(tag.start, tag.end) for tag in line.tagged] == [(0, 4), (0, 8)]


@pytest.mark.parametrize(
    "directives",
    [
        '!xfail="two words" !published=2025-01-04',
        '!published=2025-01-04  !xfail="two words"',
        '!published="2025-01-04" !xfail="two words"',
    ],
)
def test_directives_stand_before_the_text(directives: str) -> None:
    line = parse(f"{directives} Kota Semarang! !xfail tidak", "x")
    assert line.text == "Kota Semarang! !xfail tidak"
    assert (line.published, line.xfail) == ("2025-01-04", "two words")


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("!xfail Kota Semarang", "x: !xfail lacks its reason"),
        ("!xfail= Kota Semarang", "x: !xfail lacks its reason"),
        ('!xfail="" Kota Semarang', "x: !xfail lacks its reason"),
        ('!xfail="  " Kota Semarang', "x: !xfail lacks its reason"),
        ("!xfail", "x: !xfail lacks its reason"),
        ("!published Kota Semarang", "x: !published lacks its day"),
        ("!skip Kota Semarang", "x: unknown directive '!skip'"),
        ('!xfail="never closed Kota Semarang', "x: unknown directive"),
        ("!Kota Semarang", "x: unknown directive '!Kota'"),
        ("Kota <region>Semarang", "x: <region> is never closed"),
        ("Kota Semarang</region>", "x: </region> closes nothing"),
        ("<a>Kota <b>Semarang</a></b>", "x: </a> closes nothing"),
    ],
)
def test_a_line_that_is_not_well_formed_is_told(line: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        parse(line, "x")


@pytest.mark.parametrize("kind", KINDS)
def test_every_file_has_lines_with_something_and_with_nothing(kind: str) -> None:
    lines = load(kind)
    assert any(line.tagged for line in lines)
    assert any(not line.tagged for line in lines)


@pytest.mark.parametrize("kind", KINDS)
def test_a_known_failure_is_marked_with_its_reason(kind: str) -> None:
    marked = {str(case.id): case.marks for case in cases(kind)}
    for line in load(kind):
        reasons = [mark.kwargs for mark in marked[line.id]]
        assert reasons == ([{"strict": True, "reason": line.xfail}] if line.xfail else [])
        assert not line.xfail or len(line.xfail.split()) >= 4, "a reason says what is amiss"
