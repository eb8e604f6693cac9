"""Days as they are written: dashes, lists, deeds, short months, counted back."""

from datetime import date

import pytest

from extractor.records import Article
from tests.cases.told import read

# Published on 2025-11-20: a weekday, then dashes, dots, strokes or a mixture: one day.
ONE_DAY = [
    *("Rabu 5-11-2025", "Rabu (5-11-2025)", "Rabu 5.11.2025", "Rabu, 5.11.25", "Rabu 05-11-25"),
    *("Rabu 5–11–2025", "Rabu (5 - 11 - 2025)", "Rabu, 5 / 11 / 2025", "Rabu(5/11/2025)"),
    *("(5/11-2025)", "Rabu 5/11-2025", "(5/11'25)", "Rabu (5/11/’25)", "Rabu [5/11/2025]"),
    *("5 Nov. 2025", "5 Nop. 2025", "Rabu 5-Nov-2025", "5 Nopember '25", "Rabu, 5 November 2025"),
    *("hari Rabu tanggal 5 bulan November tahun 2025", "Rabu tgl. 5 bln November thn 2025"),
    *("tanggal 5 bulan 11 tahun 2025", "tanggal 5 (lima) bulan November tahun 2025"),
    *("hari Rabu tanggal lima November dua ribu dua puluh lima", "Rabu, tanggal 5 November 2025"),
]
MONTHS = {
    **dict.fromkeys(["Jan.", "Djanuari", "JANUARI"], 1),
    **dict.fromkeys(["Feb.", "Peb.", "Pebruari"], 2),
    **dict.fromkeys(["Mar.", "Mrt."], 3),
    **dict.fromkeys(["Agu.", "Agt.", "Ags.", "Agts.", "Agst.", "Agust.", "Agus."], 8),
    **dict.fromkeys(["Sep.", "Sept."], 9),
    **dict.fromkeys(["Nov.", "Nop.", "Nopember"], 11),
    **dict.fromkeys(["Des.", "December"], 12),
}
# Published on 2024-08-20: each day of a list; a range is one date.
LISTS = {
    "5 dan 6 Agustus 2024": "05 06",
    "5, 6, dan 7 Agustus 2024": "05 06 07",
    "5, 6 dan 7 Agustus": "05 06 07",
    "5 & 6 Agustus 2024": "05 06",
    "Senin dan Selasa (5 dan 6/8/2024)": "05 06",
    "Senin dan Selasa (5 dan 6 Agustus)": "05 06",
    "5/8 dan 6/8/2024": "05 06",
    "(5/8, 6/8, dan 7/8)": "05 06 07",
    "Senin (5/8) dan Selasa (6/8)": "05 06",
    "Senin 5, Selasa 6, dan Rabu 7 Agustus 2024": "05 06 07",
    "tanggal 5, 6 serta 7 Agustus 2024": "05 06 07",
}
RANGES = {
    "28/2-1/3/2024": ("2024-02-28", "2024-03-01"),
    "(28/2-1/3/2024)": ("2024-02-28", "2024-03-01"),
    "28/2 sampai 1/3/2024": ("2024-02-28", "2024-03-01"),
    "28/12/2023-2/1/2024": ("2023-12-28", "2024-01-02"),
    "5-7/8/2024": ("2024-08-05", "2024-08-07"),
    "Senin-Rabu (5-7/8/2024)": ("2024-08-05", "2024-08-07"),
    "Senin s.d. Rabu (5 s.d. 7/8/2024)": ("2024-08-05", "2024-08-07"),
    "5 s/d 7 Agustus 2024": ("2024-08-05", "2024-08-07"),
    "Sabtu dan Minggu, 3-4 Agustus 2024": ("2024-08-03", "2024-08-04"),
    "malam 5/6 Agustus 2024": ("2024-08-05", "2024-08-06"),
}
# Ranges in a list, by their days in that month.
MIXED = {
    "5-7 dan 9 Agustus 2024": [(5, 7), (9, 9)],
    "5-7, 9, dan 12-14 Agustus 2024": [(5, 7), (9, 9), (12, 14)],
    "5 dan 7-9 Agustus 2024": [(5, 5), (7, 9)],
    "Senin-Rabu dan Jumat (5-7 dan 9/8/2024)": [(5, 7), (9, 9)],
}
# Told on Wednesday, 2024-08-07.
COUNTED = {
    "kemarin": ("2024-08-06", "2024-08-06"),
    "kemaren": ("2024-08-06", "2024-08-06"),
    "kemarin lusa": ("2024-08-05", "2024-08-05"),
    "lusa kemarin": ("2024-08-05", "2024-08-05"),
    "kemarin dulu": ("2024-08-05", "2024-08-05"),
    "tadi malam": ("2024-08-06", "2024-08-06"),
    "siang tadi": ("2024-08-07", "2024-08-07"),
    "pagi ini": ("2024-08-07", "2024-08-07"),
    "besok lusa": ("2024-08-09", "2024-08-09"),
    "tiga hari lalu": ("2024-08-04", "2024-08-04"),
    "3 hari yang lalu": ("2024-08-04", "2024-08-04"),
    "sehari lalu": ("2024-08-06", "2024-08-06"),
    "pekan lalu": ("2024-07-29", "2024-08-04"),
    "seminggu lalu": ("2024-07-29", "2024-08-04"),
    "dua pekan lalu": ("2024-07-22", "2024-07-28"),
    "Senin pekan lalu": ("2024-07-29", "2024-07-29"),
    "bulan lalu": ("2024-07-01", "2024-07-31"),
    "dua bulan lalu": ("2024-06-01", "2024-06-30"),
    "tanggal 5 bulan lalu": ("2024-07-05", "2024-07-05"),
    "tanggal 5 bulan ini": ("2024-08-05", "2024-08-05"),
    "tanggal 20 bulan kemarin": ("2024-07-20", "2024-07-20"),
    "pekan kemarin": ("2024-07-29", "2024-08-04"),
    "bulan kemarin": ("2024-07-01", "2024-07-31"),
    "lima hari silam": ("2024-08-02", "2024-08-02"),
    "sepekan silam": ("2024-07-29", "2024-08-04"),
}


def days(article: Article) -> list[tuple[date | None, date | None]]:
    return [(day.start, day.end) for day in article.dates]


@pytest.mark.parametrize("form", ONE_DAY)
def test_one_day_in_any_form(form: str) -> None:
    article = read(f"Acara itu digelar {form} di aula.", "2025-11-20")
    assert days(article) == [(date(2025, 11, 5), date(2025, 11, 5))]
    assert article.findings == ()


@pytest.mark.parametrize("month", MONTHS)
def test_a_short_month_keeps_its_year(month: str) -> None:
    article = read(f"Rapat digelar 6 {month} 2022 di aula.", "2024-12-01")
    assert days(article) == [(date(2022, MONTHS[month], 6),) * 2]


@pytest.mark.parametrize("form", LISTS)
def test_every_day_of_a_list(form: str) -> None:
    article = read(f"Lomba itu digelar {form} di aula.", "2024-08-20")
    due = [date(2024, 8, int(day)) for day in LISTS[form].split()]
    assert days(article) == [(day, day) for day in due]


@pytest.mark.parametrize("form", MIXED)
def test_ranges_in_a_list_of_days(form: str) -> None:
    article = read(f"Lomba itu digelar {form} di aula.", "2024-08-20")
    due = [tuple(date(2024, 8, day) for day in ends) for ends in MIXED[form]]
    assert days(article) == due


def test_how_long_is_no_day() -> None:
    assert read("Jembatan itu ditutup dua pekan kemarin.").dates == ()


@pytest.mark.parametrize("form", RANGES)
def test_a_range_of_days(form: str) -> None:
    article = read(f"Lomba itu digelar {form} di aula.", "2024-08-20")
    first, last = map(date.fromisoformat, RANGES[form])
    assert days(article) == [(first, last)]


@pytest.mark.parametrize("form", COUNTED)
def test_days_counted_back(form: str) -> None:
    first, last = map(date.fromisoformat, COUNTED[form])
    assert days(read(f"Jembatan itu ambruk {form}.")) == [(first, last)]
