"""What docs/archive.md shows is what the commands print."""

from pathlib import Path

from tests import snippets
from tests.transcripts import standing_in, walked

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "archive.md").read_text(encoding="utf-8")


def test_the_walk_through_is_from_a_real_run(tmp_path: Path) -> None:
    assert (DOCS / "resmi.csv").read_text(encoding="utf-8") in PAGE
    with standing_in(tmp_path, "docs/archive.md"):
        blocks = list(walked("docs/archive.md"))
        assert len(blocks) == 12
        for command, shown, now in blocks:
            assert now == shown, command
        for code in snippets.snippets(DOCS / "archive.md"):
            assert snippets.printed(code, "archive.md") == snippets.said(code)


def test_every_code_of_a_reject_is_explained() -> None:
    from extractor.archive.items import REJECT_CODES

    assert [code for code in REJECT_CODES if f"`{code}`" not in PAGE] == []
