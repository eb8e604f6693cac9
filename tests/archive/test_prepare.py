"""From raw articles to sources: markup, language, caps, days."""

from datetime import date

import pytest

from extractor.archive.days import order_of, parse_day
from extractor.archive.fields import raw_of
from extractor.archive.items import Place, Raw, Reject
from extractor.archive.options import Options
from extractor.archive.prepare import prepare
from extractor.source import Source
from tests.archive.makers import NEWS, page

PLACE = Place("a.jsonl", 3)
ENGLISH = "The governor said that the index rose to 4.32 in 2024, which is good for all of us."
MALAY = "Kerajaan negeri mengumumkan bahawa indeks itu meningkat kerana pelbagai usaha pihaknya."


def made(**changed: object) -> Source:
    found = prepare(Raw(PLACE, "a", **{"body": NEWS, **changed}), Options())  # type: ignore[arg-type]
    assert isinstance(found, Source)
    return found


def refused(changed: dict[str, object], **options: int) -> str:
    raw = Raw(PLACE, "a", **{"body": NEWS, **changed})  # type: ignore[arg-type]
    found = prepare(raw, Options(**options))  # type: ignore[arg-type]
    assert isinstance(found, Reject)
    assert (found.place, found.id) == (PLACE, "a")
    return found.code


def test_plain_text_comes_through_as_it_is() -> None:
    assert made(body=f" {NEWS}\n").text == f" {NEWS}\n"
    assert made(body=NEWS.encode()).text == NEWS


def test_a_page_gives_its_text_and_what_it_says_about_itself() -> None:
    source = made(body=page(f"{NEWS}\n{NEWS} Begitu."), is_html=True, url="https://a.id/1")
    assert source.text == f"Judul\n{NEWS}\n{NEWS} Begitu."
    assert (source.title, source.published) == ("Judul", date(2024, 1, 5))
    assert (source.publisher, source.url) == ("Harian Contoh", "https://a.id/1")


def test_a_day_of_mongodb_is_read() -> None:
    row = {"isi": NEWS, "date": {"$date": {"$numberLong": "1735970000000"}}, "scraped_at": "x"}
    raw = raw_of(row, PLACE, Options())
    assert (raw.published, raw.crawled) == ("1735970000000", "x")


def test_markup_in_a_field_becomes_lines() -> None:
    markup = f"<p>{NEWS}&nbsp;</p><p>Baris <b>dua</b><br/>tiga</p><script>x()</script>"
    assert made(body=markup, is_html=True).text == f"{NEWS}\nBaris dua\ntiga"


@pytest.mark.parametrize(
    ("code", "changed"),
    [
        ("empty", {"body": " \n"}),
        ("not-utf8", {"body": b"caf\xe9 " + NEWS.encode()}),
        ("not-utf8", {"body": NEWS + "\ud800"}),
        ("not-utf8", {"title": "Kota \ud800"}),
        ("binary", {"body": NEWS.encode() + b"\0"}),
        ("not-indonesian", {"body": ENGLISH}),
        ("not-indonesian", {"body": MALAY}),
        ("no-text", {"body": b"<html><body></body></html>", "is_html": True}),
        ("no-text", {"body": b"<html><head></head>", "is_html": True}),
        ("binary", {"body": b"\x89PNG\0", "is_html": True}),
    ],
)
def test_a_defect_is_told(code: str, changed: dict[str, object]) -> None:
    assert refused(changed) == code


@pytest.mark.parametrize(
    "text",
    [
        "SPBE Kota Jambi 3,48 (Baik), IPM 81,05",
        "SPBE Jateng 4,12",
        "IPM Solo, Sragen, Klaten: 82,1; 74,6; 77,3. SPBE Solo 3,9, Sragen 3,4, Klaten 3,1",
        "Kota Jambi 4,32",
        "4,32",
    ],
)
def test_short_texts_and_our_own_words_are_taken(text: str) -> None:
    assert made(body=text).text == text


@pytest.mark.parametrize(
    "text",
    [
        "The Jakarta administration and the city of Bandung said on Monday that SPBE is on track.",
        "指数は昨年より上昇した",
        "Правительство города сообщило",
    ],
)
def test_another_language_is_refused_though_it_names_ours(text: str) -> None:
    assert refused({"body": text}) == "not-indonesian"


def test_caps_and_languages_can_be_set() -> None:
    assert refused({}, max_characters=50) == "too-long"
    raw = Raw(PLACE, "a", ENGLISH)
    assert isinstance(prepare(raw, Options(any_language=True)), Source)


@pytest.mark.parametrize(
    "text",
    [
        "2025-01-04",
        "2025-01-04T10:00:00+07:00",
        "2025-01-04 10:00:00",
        "2025-01-03T23:30:00Z",
        "2025/01/04",
        "20250104",
        "4 Januari 2025",
        "Sabtu, 04 Januari 2025 10:12 WIB",
        "4 Jan. 2025",
        "04/01/2025",
        "4-1-2025 08:00",
        "January 4, 2025",
        "Jan 4th, 2025 10:00 AM",
        "Sat, 04 Jan 2025 10:00:00 GMT",
        "Fri, 03 Jan 2025 20:00:00 GMT",
        "1735970000",
        "1735970000000",
        "1735970000000000",
        "4/1/25",
        "04.01.25 08:00",
    ],
)
def test_a_day_is_read_in_many_forms(text: str) -> None:
    assert parse_day(text) == date(2025, 1, 4)


def test_the_order_of_day_and_month_is_set_where_open() -> None:
    assert parse_day("04/05/2024") == date(2024, 5, 4)
    assert parse_day("04/05/2024", "mdy") == date(2024, 4, 5)
    assert parse_day("01/31/2025") == parse_day("31/01/2025", "mdy") == date(2025, 1, 31)


def test_a_file_tells_its_order_by_the_days_that_settle_it() -> None:
    assert order_of(["04/05/2024", "Jan 4, 2025", "12/31/2024"]) == "mdy"
    assert order_of(["04/05/2024", "12/31/2024", "31/12/2024"]) == "dmy"
    assert order_of(["04/05/2024"]) == order_of([]) == "dmy"


@pytest.mark.parametrize(
    "text",
    [
        "kemarin",
        "2025",
        "31/31/2025",
        "30 Foo 2025",
        "4.5",
        "0001-01-01",
        "Januari 2025",
        "2 jam lalu",
    ],
)
def test_what_is_no_day_is_none_and_costs_no_article(text: str) -> None:
    assert parse_day(text) is None
    source = made(published=text)
    assert (source.published, source.undated) == (None, text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2 jam yang lalu", 5),
        ("9 jam lalu", 4),
        ("30 menit lalu", 5),
        ("sejam lalu", 5),
        ("3 hari yang lalu", 2),
        ("Kemarin, 10:12", 4),
        ("Kemarin lusa", 3),
        ("Hari ini", 5),
        ("baru saja", 5),
        ("3 hours ago", 5),
        ("a day ago", 4),
        ("yesterday", 4),
    ],
)
def test_a_day_counts_back_from_the_crawl(text: str, day: int) -> None:
    assert made(published=text, crawled="2025-01-05T01:30:00Z").published == date(2025, 1, day)
    assert parse_day(text, crawled="5 Januari 2025") is not None


def test_the_crawl_counts_by_jakartas_clock() -> None:
    assert parse_day("hari ini", crawled="2025-01-04T18:30:00Z") == date(2025, 1, 5)
    assert parse_day("2 minggu lalu", crawled="2025-01-04") is None
    assert parse_day("kemarin", crawled="entah") is None
