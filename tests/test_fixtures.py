"""The sample articles and their known facts fit together: a fact that cannot be found is a slip."""

import re
from functools import cache
from pathlib import Path

import pytest

from extractor.facts import words
from extractor.facts.check import Pair, read_pair
from extractor.facts.load import SUFFIX
from extractor.facts.match import RULES
from extractor.lexicon.indices import catalogue
from extractor.lexicon.regions import gazetteer

FIXTURES = Path(__file__).parent.parent / "fixtures"
OTHER = ("examples", "pages")
PATHS = sorted(FIXTURES.rglob(f"*{SUFFIX}"))
COUNTRY = "ID"
# Words of level that an article says once, before a list of names.
LEVELS = ("Desa ", "Kelurahan ", "Kecamatan ", "Nagari ", "Kapanewon ", "Kalurahan ")

# What does not hold of some articles, and why; an entry that is not needed any more fails.
UNDATED = {  # no day of publication is known of them
    "development": "q01 q06 q07 q08 q09 q10 q11 q12 q14 u05 u08 u09 u10 u11 u12",
    "restated": "ka01 "
    "ka03 ka06 ka08 ka09 ka10 ka12 kb01 kb02 kb03 kb05 kb06 kb07 kb08 kb09 kb10 kb11 "
    "kc04 kc06 kc07 kc08 kd02 kd03 kd04 kd05 kd06 kd08 kd10 kd11 kd12 m105 s101 s102 s105 "
    "s108 s114 s115 s117 s118 t111 u102 u105 u107 u112 u115 u118 u119 x103 x106 x109 x110 "
    "x115 x116 x119 x120 x122 y118 y121 z103 z110 z122 a102 a105 a110 a113 a115 a119 b102 "
    "b109 b114 b116 b119 c101 c102 c105 c108 c109 c112 c118 c119 dd103 dd104 dd105 dd107 "
    "dd109 dd110 dd115 dd117 ee107 ee109 ee110 ee115 ff107 ff113 ff117 ff118 "
    "g203 g205 g206 g207 g213 g216 g217 h204 h210 h211 h218 h219 h222 i207 i212 i213 j201 "
    "j204 j205 j206 j207 j208 j209 j210 j211 j214 j219 j221 j222 k201 k203 k204 k205 k207 "
    "k208 k210 k211 k213 k214 k215 k216 k219 k221 k223 k224 k228 k230 "
    "n201 n203 n206 n207 n208 n210 n211 n213 n215 n217 n218 n220 n222 p202 p203 p205 p208 "
    "p209 p211 p212 p214 p215 p216 p217 p218 p219 p220 p221 o210 o212 o217 o220 o221 q202 "
    "q214 r201 r202 r204 r208 r209 r210 r211 r212 r214 r216 r218 r219 r220 t201 t202 t210 "
    "t215 t217 t218 t219 t221 s204 s208",
}
BRACKETS = re.compile(r" ?\([^)]*\)")
OPEN = {
    "Anugerah Layanan BUMN": "an award of one year",
    "IHKP": "rural prices, named without a value",
    "PKA": "a festival of one province",
    "Karnaval Pembangunan": "a carnival of one regency",
    "Lomba Perpustakaan Desa": "a contest read by its form",
    "EKUP": "an evaluation read by its form",
    "PTSP": "an award of one year, for one-stop services",
    "Rapor Kinerja": "the report cards of one regency",
    "EKK": "the evaluation of districts by one regency",
    "Penyaluran DAK Fisik": "an award of one treasury office",
    "Program Indonesia Pintar": "a programme, in an award of one year",
    "Efektivitas Pelaksanaan Program Pemerintah Daerah": "a ranking of one year by an auditor",
    "Tindak Lanjut Rekomendasi Hasil Pemeriksaan": "told once, without the name of a measure",
    "Lomba Inovasi Desa/Kelurahan": "a contest read by its form",
    "Lomba Perpustakaan Desa Terbaik": "a contest read by its form",
    "Lomba Perpustakaan Umum Desa/Kelurahan": "a contest of one province",
    "Lomba Perpustakaan Umum Terbaik": "a contest told in passing",
    "Lomba Perpustakaan Umum": "a contest read by its form",
    "Lomba Perpustakaan": "a contest read by its form",
    "Lomba Perpustakaan Terbaik Sekolah SMA/Sederajat": "a contest read by its form",
    "Lomba HKG PKK": "a contest read by its form",
    "Lomba Gampong": "a contest read by its form",
    "Lomba Kampung Hebat": "a contest of one city",
    "Stranas-PK": "a strategy that one government tells a value of",
    "Korsupgah KPK": "the programme before MCP, told in one article",
    "Daya Saing Provinsi": "a survey of one institute",
    "Evaluasi Penjabat Kepala Daerah": "of acting heads, and of no region",
    "BPJS Awards": "told without what is judged",
    "Wali Kota Awards Bidang Pengawasan": "the awards of one city",
    "Adhyasta Prajaniti": "an award of one year",
    "indeks konsumsi": "a part of a survey, named without the survey's words",
    "Rencana Aksi Daerah Pengarusutamaan Gender": "a plan that one province graded",
}


def name_of(path: Path) -> str:
    return str(path.relative_to(FIXTURES)).removesuffix(SUFFIX)


@cache
def read(path: Path) -> Pair:
    return read_pair(path)


@pytest.fixture(params=PATHS, ids=name_of)
def pair(request: pytest.FixtureRequest) -> Pair:
    return read(request.param)


@pytest.mark.parametrize("row", ["*.txt", "development/", "restated/"])
def test_the_page_tells_how_many_articles_there_are(row: str) -> None:
    page = (FIXTURES / "README.md").read_text(encoding="utf-8")
    told = re.search(rf"^\| `{re.escape(row)}`[^|]*\| (\d+) articles", page, re.MULTILINE)
    folder = FIXTURES / row.removesuffix("*.txt")
    assert told is not None
    assert int(told[1]) == len(list(folder.glob(f"*{SUFFIX}")))


def test_every_article_has_its_facts() -> None:
    texts = {path for path in FIXTURES.rglob("*.txt") if path.parent.name not in OTHER}
    assert {path.with_suffix(SUFFIX) for path in texts} == set(PATHS)


def test_it_is_complete_and_dated(pair: Pair) -> None:
    assert pair.known.article == pair.article_path.stem
    assert pair.known.complete
    undated = UNDATED.get(pair.facts_path.parent.name, "").split()
    assert (pair.known.published is None) == (pair.known.article in undated)


def test_codes_are_those_of_regions(pair: Pair) -> None:
    known = pair.known
    subjects = {score.subject for score in known.scores} | {rank.subject for rank in known.ranks}
    scopes = {rank.scope for rank in known.ranks if rank.scope and rank.scope[0].isdigit()}
    codes = {*known.regions, *scopes, *(s for s in subjects if s[0].isdigit())}
    assert codes <= set(gazetteer().regions)


def test_the_subjects_are_named(pair: Pair) -> None:
    known = pair.known
    linked = [(score.subject, score.index) for score in known.scores]
    linked += [(rank.subject, rank.index) for rank in known.ranks if rank.index]
    text = pair.source.text.casefold()
    texts = text, BRACKETS.sub("", text)  # "Universitas Awan (Unaw) Rimba"
    for subject, index in linked:
        name = without_level(subject).casefold()
        assert subject in (COUNTRY, *known.regions) or any(name in one for one in texts)
        assert index in known.indices


def without_level(name: str) -> str:
    return next((name.removeprefix(level) for level in LEVELS if name.startswith(level)), name)


def test_indices_are_in_the_catalogue(pair: Pair) -> None:
    outside = {name for name in pair.known.indices if not catalogue().resolve_all(name)}
    assert outside <= set(OPEN)


def test_every_exception_is_needed() -> None:
    pairs = {name_of(path): read(path) for path in PATHS}
    undated = {f"{folder}/{name}" for folder, names in UNDATED.items() for name in names.split()}
    assert undated <= set(pairs)
    assert set(OPEN) <= {name for pair in pairs.values() for name in pair.known.indices}
    assert [name for name in OPEN if catalogue().resolve_all(name)] == []


def test_values_and_grades_stand_in_the_text(pair: Pair) -> None:
    for score in pair.known.scores:
        if score.value is not None:
            # a deflation is told without a minus; thousands may be grouped: "6.571,73"
            plain, grouped = (f"{abs(score.value).normalize():{form}}" for form in ("f", ",f"))
            digits = plain.replace(".", ",")
            # a comma, or the slips that news makes of it: "3.18", "86, 71"
            astray = (digits, plain, digits.replace(",", ", "), swapped(grouped))
            assert any(written in pair.source.text for written in astray)
        if score.predicate is not None:
            assert score.predicate.casefold() in pair.source.text.casefold()


def swapped(number: str) -> str:
    return number.translate(str.maketrans(",.", ".,"))


def unwrapped(pair: Pair) -> str:
    """Return the text with one space for each white space: a page may cut a name in two lines."""
    return " ".join(pair.source.text.split())


def test_names_quotes_and_dates_stand_in_the_text(pair: Pair) -> None:
    text = " ".join(words.words(pair.source.text))
    for official in pair.known.officials:
        assert " ".join(official.name.split()) in unwrapped(pair)
    for quote in pair.known.quotes:
        start = text.find(" ".join(words.words(quote.starts)))
        assert start >= 0, quote.starts
        assert text.find(" ".join(words.words(quote.ends)), start) >= 0, quote.ends
    for day in pair.known.dates:
        assert day.text in pair.source.text


def test_speakers_are_named(pair: Pair) -> None:
    for quote in pair.known.quotes:
        assert quote.speaker is None or " ".join(quote.speaker.split()) in unwrapped(pair)


def test_every_kind_of_fact_is_in_the_corpus() -> None:
    pairs = [read(path) for path in PATHS]
    assert [kind for kind in RULES if not any(pair.known.of(kind) for pair in pairs)] == []
