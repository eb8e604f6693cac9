"""The desk of a reviewer in a real browser: by keys alone, by mouse, on a phone, in the dark."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from extractor.facts.load import load_facts
from extractor.records import Article
from extractor.serve.review import Desk, articles_of, create_desk
from extractor.source import Source
from tests import articles as a
from tests.browsing import opened
from tests.serve.desk_keys import look_for, ready, refuse_then_correct
from tests.serve.serving import served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

CONTRAST = (Path(__file__).parent.parent / "report" / "contrast.js").read_text(encoding="utf-8")
PHONE: dict[str, Any] = {
    "viewport": {"width": 390, "height": 780},
    "is_mobile": True,
    "has_touch": True,
}
MARKED = "name => [...CSS.highlights.get(name)].map(range => range.toString())"
WIDTH = "document.documentElement.scrollWidth <= innerWidth"


def read(source: Source, seconds: float) -> Article:
    return a.article(
        id=source.id,
        text=source.text,
        title=source.title,
        regions=(a.region(),),
        scores=(a.score(confidence=0.8),),
        ranks=(a.rank(confidence=0.6),),
        officials=(a.official(confidence=0.9),),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(a.TEXT, encoding="utf-8")
    return tmp_path


@pytest.fixture
def address(folder: Path) -> Iterator[str]:
    with served(create_desk(Desk(articles_of([folder]), read))) as address:
        yield address


def states(page: "Page") -> list[str]:
    return page.locator(".state").all_inner_texts()


def test_keys_alone_do_everything(browser: "Browser", address: str, folder: Path) -> None:
    with opened(browser, address) as page:
        ready(page)
        assert states(page)[0] == "60 % usulan"
        assert page.evaluate(MARKED, "now") == ["peringkat ke-4"]
        refuse_then_correct(page, "4,33")
        page.keyboard.press("a")  # the official
        page.keyboard.press("u")
        page.keyboard.press("a")
        page.keyboard.press("a")  # the region
        assert states(page) == ["dihapus", "diterima", "diterima", "diterima"]
        page.keyboard.press("t")  # a word more
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowRight")
        assert page.evaluate(MARKED, "marking") == ["SPBE"]
        page.keyboard.press("Shift+ArrowRight")
        assert page.evaluate(MARKED, "marking") == ["SPBE Kota"]
        page.keyboard.press("Shift+ArrowLeft")
        page.keyboard.press("Enter")
        page.keyboard.press("2")
        page.keyboard.press("Enter")
        page.keyboard.press("c")
        page.keyboard.press("s")
        page.wait_for_selector("#save:disabled")
        page.keyboard.press("]")
        ready(page)
        assert page.locator("#pick").evaluate("node => node.selectedIndex") == 1
    known = load_facts(folder / "a.facts.yaml")
    assert known.complete
    assert (known.regions, known.indices, known.ranks) == (("15.71",), ("SPBE",), ())
    assert str(known.scores[0].value) == "4.33"
    assert (known.scores[0].subject, known.scores[0].period) == ("15.71", "2024")
    assert known.officials[0].name == "Sri Wulan"


def test_words_that_are_marked_become_a_fact(
    browser: "Browser", address: str, folder: Path
) -> None:
    with opened(browser, address) as page:
        ready(page)
        page.locator("#body p").nth(1).dblclick(position={"x": 12, "y": 12})
        page.click("#add")
        assert page.inner_text("#words") == "Kota"
        page.click("#kinds [data-kind=scores]")
        page.fill("#fields [name=subject]", "Kota Jambi")
        page.fill("#fields [name=predicate]", "Baik")
        assert page.input_value("#fields [name=index]") == "SPBE", "as of the fact beside it"
        page.fill("#fields [name=index]", "")
        page.click("#apply")
        assert page.inner_text("#fault") == "Indeks: harus diisi."
        page.fill("#fields [name=index]", "SPEB")
        page.click("#apply")
        page.click("#save")
        page.wait_for_selector(".item .fault")
        assert "did you mean SPBE?" in page.inner_text(".item.on .fault")
        assert not (folder / "a.facts.yaml").exists()
        page.keyboard.press("e")
        page.fill("#fields [name=index]", "SPBE")
        page.click("#apply")
        page.click("#save")
        page.wait_for_selector("#save:disabled")
    assert load_facts(folder / "a.facts.yaml").scores[0].predicate == "Baik"


def test_hostile_words_stay_words(browser: "Browser", folder: Path) -> None:
    attack = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"
    (folder / f"{attack[2:8]}.txt").write_text(f"{attack}\n{a.TEXT}", encoding="utf-8")

    def told(source: Source, seconds: float) -> Article:
        evidence = a.at(attack, source.text)
        official = a.official(name=attack, office=attack, evidence=evidence)
        return a.article(id=source.id, text=source.text, title=attack, officials=(official,))

    desk = Desk(articles_of([folder / f"{attack[2:8]}.txt"]), told)
    with served(create_desk(desk)) as address, opened(browser, address) as page:
        ready(page)
        assert page.inner_text("h1") == attack
        assert page.inner_text(".item .head") == attack
        page.keyboard.press("e")
        assert page.input_value("#fields [name=name]") == attack


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", ["wide", "phone"])
def test_all_can_be_read_and_fits(browser: "Browser", address: str, scheme: str, size: str) -> None:
    screen = PHONE if size == "phone" else {}
    with opened(browser, address, color_scheme=scheme, **screen) as page:
        ready(page)
        assert page.evaluate(CONTRAST) == []
        assert page.evaluate(WIDTH)
        page.keyboard.press("a")
        page.keyboard.press("d")
        page.keyboard.press("e")
        assert page.evaluate(CONTRAST) == []
        assert page.evaluate(WIDTH)


def test_a_finger_is_enough(browser: "Browser", address: str, folder: Path) -> None:
    with opened(browser, address, **PHONE) as page:
        ready(page)
        page.tap(".item:nth-child(2)")
        assert page.evaluate(MARKED, "now") == ["4,32"]
        page.tap(".item.on .acts button:nth-child(1)")
        page.tap("#add")
        assert "Tandai dulu" in page.inner_text("#message")
        page.tap("#save")
        page.wait_for_selector("#save:disabled")
    assert len(load_facts(folder / "a.facts.yaml").scores) == 1


def test_words_are_found_in_all_articles(browser: "Browser", address: str, folder: Path) -> None:
    (folder / "b.txt").write_text(f"{a.TEXT}\nIndeks  SPBE (Jambi) naik.", encoding="utf-8")
    with opened(browser, address) as page:
        ready(page)
        look_for(page, '"(jambi) naik"')
        assert page.inner_text("#hits") == "1 berita"
        assert page.locator("#pick option").all_inner_texts() == ["b.txt"]
        assert page.evaluate(MARKED, "hit") == ["(Jambi) naik"]
        page.keyboard.press("]")
        ready(page)
        assert page.input_value("#pick") == "1", "the one that was found is the next one, too"
        look_for(page, '"indeks spbe"')
        assert page.inner_text("#hits") == "2 berita"
        first, *others = page.evaluate(MARKED, "found")
        assert {" ".join(one.lower().split()) for one in (first, *others)} == {"indeks spbe"}
        page.keyboard.press("/")
        page.keyboard.press("Enter")
        assert page.evaluate(MARKED, "hit") == others[:1], "the same words again: the next place"
        page.keyboard.press("Escape")
        assert page.evaluate(MARKED, "found") == []
        assert page.locator("#pick option").count() == 2
        look_for(page, "xyz")
        assert page.inner_text("#hits") == "tidak ditemukan"
