"""Tables between two comments of a page."""

from pathlib import Path

import pytest

from benchmarks.tables import put

PAGE = "# Head\n\n<!-- speed -->\n{}<!-- end of speed -->\n\nFoot\n<!-- other -->\n"


@pytest.mark.parametrize("old", ["", "\n| old |\n\n", "no line", "<!-- inner -->\n"])
def test_only_what_stands_between_is_replaced(old: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(PAGE.format(old), encoding="utf-8")
    for _ in range(2):
        put("\n| é \\1 |\n\n", page, "speed")
        assert page.read_text(encoding="utf-8") == PAGE.format("\n| é \\1 |\n\n")


@pytest.mark.parametrize(
    "text",
    [
        "no comments",
        "<!-- speed -->\nnever closed",
        "<!-- end of speed -->\n<!-- speed -->\n",
        PAGE * 2,
        PAGE.replace("speed", "pace"),
    ],
)
def test_a_page_without_just_one_place_is_left_alone(text: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"page\.md: no place"):
        put("| new |", page, "speed")
    assert page.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    ("page", "name"),
    [("docs/accuracy.md", "figures"), ("docs/rules.md", "rules"), ("models/README.md", "links")],
)
def test_the_pages_have_their_places(page: str, name: str) -> None:
    text = (Path(__file__).parents[2] / page).read_text(encoding="utf-8")
    assert text.count(f"<!-- {name} -->\n\n") == text.count(f"\n\n<!-- end of {name} -->") == 1
