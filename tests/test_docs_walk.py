"""The walk of docs/contoh.md, from installing to answers, is from a real run."""

from pathlib import Path

from tests.transcripts import standing_in, walked

PAGE = "docs/contoh.md"
MADE = ("berita.html", "berita.facts.yaml", "data/manifest.json", "skor.xlsx", "laporan.html")


def test_every_command_prints_what_the_page_shows(tmp_path: Path) -> None:
    with standing_in(tmp_path, PAGE):
        blocks = list(walked(PAGE))
    assert len(blocks) == 17
    for command, shown, now in blocks:
        assert now == shown, command
    assert [name for name in MADE if not (tmp_path / name).stat().st_size] == []
