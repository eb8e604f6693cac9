import os
import shutil
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
import spacy
from spacy.language import Language

from extractor.tokenizer import StanzaTokenizer

if TYPE_CHECKING:
    from playwright.sync_api import Browser

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="module")
def browser() -> "Iterator[Browser]":
    """A real browser. Closed with each module: it holds an event loop that others may need."""
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.skip("no browser: install Debian's chromium to run this test")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        # Chromium's sandbox refuses root, whom containers run as.
        sandbox = [] if os.geteuid() else ["--no-sandbox"]
        started = play.chromium.launch(executable_path=path, args=sandbox)
        yield started
        started.close()


@pytest.fixture(scope="module")
def nlp(request: pytest.FixtureRequest) -> Language:
    """The components that the module names in `COMPONENTS`, behind the tokenizer of news."""
    made = spacy.blank("id")
    made.tokenizer = StanzaTokenizer(made.vocab)
    for name in request.module.COMPONENTS:
        made.add_pipe(name)
    return made
