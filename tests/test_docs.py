"""What the documentation shows is what the code does."""

from pathlib import Path

import pytest

from tests.snippets import printed, said, snippets

DOCS = Path(__file__).parent.parent / "docs"
# Snippets that want lexicons of their own (test_docs_adding), or a dataset (archive/test_docs).
TRIED_ELSEWHERE = {"adding.md", "archive.md"}
PAGES = [page for page in sorted(DOCS.rglob("*.md")) if page.name not in TRIED_ELSEWHERE]
SNIPPETS = [
    pytest.param(page, code, id=f"{page.relative_to(DOCS)}:{number}")
    for page in PAGES
    for number, code in enumerate(snippets(page), 1)
]


@pytest.mark.parametrize(("page", "code"), SNIPPETS)
def test_snippet_prints_what_its_comments_say(page: Path, code: str) -> None:
    assert said(code), "a snippet shows what it prints"
    assert printed(code, page.name) == said(code)
