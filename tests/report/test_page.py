"""The page of articles, as HTML: nothing of the text is lost, and nothing of it becomes code."""

import re
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import extractor
from extractor import cli
from extractor.facts.compare import compare
from extractor.facts.known import KnownFacts, KnownScore
from extractor.records import Article, Evidence, Finding
from extractor.report.entries import Entry, entries_of
from extractor.report.html import encoded
from extractor.report.marking import paragraphs
from extractor.report.page import Seen, render_page
from tests import articles as a

FULL = a.article(
    regions=(a.region(),),
    indices=(a.index(),),
    scores=(a.score(),),
    ranks=(a.rank(),),
    officials=(a.official(),),
    quotes=(a.quote(),),
    dates=(a.day(),),
)
HOSTILE = (
    "</script><script>document.title='owned';alert(1)</script> <img src=x onerror=alert(2)> "
    '"><svg onload=alert(3)> javascript:alert(4) {{ 7*7 }} {% raw %} &lt;b&gt; Kota Jambi'
)


class Reader(HTMLParser):
    """Collects the text of the article's paragraphs, and the names of all elements."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.elements: list[str] = []
        self._skip = self._inside = self._line = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = (dict(attrs).get("class") or "").split()
        self.elements.append(tag)
        self._inside = self._inside or (tag == "div" and "body" in names)
        self._skip = "tag" in names or "flag" in names
        if self._inside and tag == "p":
            self._line = True
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        self._skip = False
        self._line = self._line and tag != "p"
        self._inside = self._inside and tag != "div"

    def handle_data(self, data: str) -> None:
        if self._line and not self._skip:
            self.lines[-1] += data


def hostile() -> Article:
    start = HOSTILE.index("Kota Jambi")
    evidence = (Evidence(start=start, end=start + 10, text="Kota Jambi"),)
    everything = (Evidence(start=0, end=len(HOSTILE), text=HOSTILE),)
    region = a.region(name=HOSTILE).model_copy(update={"evidence": evidence})
    finding = Finding(
        code="value-conflict", severity="warning", message=HOSTILE, evidence=everything
    )
    return a.article(
        id=HOSTILE,
        title=HOSTILE,
        publisher=HOSTILE,
        url="javascript:alert(5)",
        text=HOSTILE,
        regions=(region,),
        quotes=(a.quote(text=HOSTILE, speaker=HOSTILE, evidence=everything),),
        findings=(finding,),
    )


def spans(length: int) -> st.SearchStrategy[list[tuple[int, int]]]:
    ends = st.tuples(st.integers(0, length), st.integers(0, length))
    return st.lists(ends.map(sorted).map(tuple).filter(lambda pair: pair[0] < pair[1]))  # type: ignore[arg-type]


@given(st.data(), st.text(alphabet="ab \n", min_size=1, max_size=30))
def test_the_marked_text_is_the_text_and_every_span_is_marked(
    data: st.DataObject, text: str
) -> None:
    kinds = st.sampled_from(["regions", "scores", "quotes", "findings"])
    entries = [
        Entry(id=f"e-{number}", kind=data.draw(kinds), head="", spans=(span,))
        for number, span in enumerate(data.draw(spans(len(text))))
    ]
    lines = paragraphs(text, entries)
    assert "\n".join("".join(run.text for run in line) for line in lines) == text
    for entry in entries:
        ((start, end),) = entry.spans
        runs = [run for line in lines for run in line if entry.id in run.facts]
        assert "".join(run.text for run in runs) == text[start:end].replace("\n", "")


def test_words_show_the_narrowest_fact_and_name_all() -> None:
    (_, line) = paragraphs(FULL.text, entries_of(FULL))
    value = next(run for run in line if run.text == "4,32")
    name = next(run for run in line if run.text == "Sri Wulan")
    assert (value.kind, value.facts, value.tag) == ("scores", ("scores-0",), "skor")
    assert (name.kind, name.facts) == ("officials", ("officials-0",))


def test_every_fact_is_listed_with_its_words() -> None:
    html = render_page([Seen(FULL)])
    for kind in ("scores", "ranks", "regions", "indices", "officials", "quotes", "dates"):
        assert f'id="a0-{kind}-0"' in html
        assert re.search(rf'data-facts="[^"]*\ba0-{kind}-0\b', html)
    assert Reader(html).lines == FULL.text.split("\n")
    assert "fakta yang diketahui" not in html


def test_known_facts_show_their_verdicts_and_the_lost_their_sentence() -> None:
    lost = KnownScore(subject="15.71", index="Smart City", value=Decimal("4.32"), period="2020")
    known = KnownFacts(article="a1", complete=True, regions=("15.71",), scores=(lost,))
    seen = Seen(FULL, compare(FULL, known))
    html = render_page([seen])
    assert "<b>1</b> dari <b>2</b> fakta yang diketahui sesuai" in html
    (entry,) = [entry for entry in entries_of(FULL, seen.verdicts or ()) if entry.quiet]
    ((start, end),) = entry.spans
    assert entry.verdict == "missing"
    assert "4,32" in FULL.text[start:end]
    assert f'data-fact="a0-{entry.id}"' in html


def test_findings_stand_where_they_are() -> None:
    finding = Finding(
        code="value-off-scale", severity="warning", message="di luar skala", evidence=a.at("4,32")
    )
    html = render_page([Seen(FULL.model_copy(update={"findings": (finding,)}))])
    assert re.search(r'>4,32</span><span class="tag[^>]*>skor</span><a class="flag warning"', html)
    box = html.partition('class="kind k-findings warnings"')[2].partition("</section>")[0]
    assert "Nilai di luar skala indeksnya: “4,32”" in box
    assert html.index("Peringatan") < html.index('class="kind k-scores"')
    assert html.count("Nilai di luar skala indeksnya") == 3, "its flag in the text has it twice"


def test_a_rule_is_told_as_a_sentence() -> None:
    score = a.score(rule="subject:clause/b index:topic")
    html = render_page([Seen(FULL.model_copy(update={"scores": (score,)}))])
    assert (
        'title="subject:clause/b index:topic">Wilayah/lembaga: di klausa yang sama; indeks: topik '
        "artikel, tidak disebut di dekatnya.</span>"
    ) in html
    assert "aturan:" not in html


def test_hostile_text_stays_text() -> None:
    html = render_page([Seen(hostile())])
    plain = render_page([Seen(FULL)])
    assert Reader(html).lines == [HOSTILE]
    assert {*Reader(html).elements} <= {*Reader(plain).elements}
    assert html.count("<script") == plain.count("<script") == 2


def test_half_a_surrogate_pair_can_be_written() -> None:
    text = "Kota \ud800 Jambi"
    assert b"Kota &#55296; Jambi" in encoded(render_page([Seen(a.article(text=text))]))


def test_same_articles_give_the_same_page() -> None:
    assert render_page([Seen(FULL), Seen(hostile())]) == render_page([Seen(FULL), Seen(hostile())])


def test_command_writes_the_articles_it_can_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(extractor, "load", lambda: a.Told())
    monkeypatch.chdir(tmp_path)
    Path("one.txt").write_text("Satu berita.", encoding="utf-8")
    Path("two.json").write_text('{"text": "Dua berita.", "title": "Dua"}', encoding="utf-8")
    Path("two.facts.yaml").write_text("article: two\nregions: ['15.71']\n", encoding="utf-8")
    assert cli.main(["view", "one.txt", "gone.txt", "two.json", "-o", "page.html"]) == 1
    assert capsys.readouterr().err == "fakta: gone.txt: no such file or directory\n"
    page = Path("page.html").read_text(encoding="utf-8")
    assert Reader(page).lines == ["Satu berita.", "Dua berita."]
    assert "<b>0</b> dari <b>1</b> fakta yang diketahui sesuai" in page


def test_command_tells_why_the_page_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(extractor, "load", lambda: a.Told())
    news = tmp_path / "one.txt"
    news.write_text("Satu berita.", encoding="utf-8")
    page = tmp_path / "nowhere" / "page.html"
    assert cli.main(["view", str(news), "-o", str(page)]) == 1
    assert capsys.readouterr().err == f"fakta: {page}: no such file or directory\n"


def test_what_is_less_sure_is_faint_and_says_why() -> None:
    shy = a.score(confidence=0.79, rule="subject:clause/b index:topic")
    html = render_page([Seen(a.article(scores=(shy,), officials=(a.official(),)))])
    assert html.count('doubtful"') == 1
    assert "Yakin 79 %. Wilayah/lembaga: di klausa yang sama; indeks: topik artikel" in html


def test_what_is_sure_is_not_faint() -> None:
    html = render_page([Seen(a.article(scores=(a.score(confidence=0.8),)))])
    assert 'doubtful"' not in html
    assert "Yakin" not in html
