"""Speakers: each pass of the sieve on an article of its own."""

from datetime import date

import pytest
from spacy.language import Language

import extractor.mentions.officials
import extractor.mentions.quotes
import extractor.mentions.regions  # noqa: F401 (registers the component)
from extractor.mentions import spans
from extractor.mentions.kinds import DateMention
from extractor.speech.speakers import attribute

RINA = "Bupati Poso Rina Lamato membuka rapat bersama Kapolres Poso AKBP Bayu Setia.\n"


COMPONENTS = ("fakta_regions", "fakta_officials", "fakta_quotes")


@pytest.mark.parametrize(
    ("text", "speaker", "rule"),
    [
        ('"Kami siap maju," kata Rina.', "Rina Lamato", "verb-name"),
        ('"Kami siap maju," kata Bupati Rina.', "Rina Lamato", "verb-official"),
        ('"Kami siap maju," ujar Kepala BPS Poso, Ani Wulan.', "Ani Wulan", "verb-official"),
        ('"Kami siap maju," jelas Kapolres.', "Bayu Setia", "verb-office"),
        ('"Kami siap maju," ujar kapolres.', "Bayu Setia", "verb-office"),
        ('"Kami siap maju," kata Pak Bayu.', "Bayu Setia", "verb-name"),
        ('"Kami siap maju," tutur Pj Rina.', "Rina Lamato", "verb-name"),
        ('"Kami siap maju," kata Simon.', "Simon", "verb-stranger"),
        ('"Kami siap maju," kata Simon Betawi.', "Simon Betawi", "verb-stranger"),
        ('"Kami siap maju," Bayu menambahkan.', "Bayu Setia", "name-verb"),
        ('Bayu menimpali, "Kami siap maju bersama."', "Bayu Setia", "name-verb"),
        (
            'Bayu menjelaskan hal itu. "Kami siap maju," katanya.',
            "Bayu Setia",
            "pronoun-last-speaker",
        ),
        ('"Kami siap maju," katanya.', "Rina Lamato", "pronoun-last-speaker"),
        ('"Kami siap maju," kata dia.', "Rina Lamato", "pronoun-last-speaker"),
        (
            'Menurut Bayu, kota aman. "Kami siap maju," ia menambahkan.',
            "Bayu Setia",
            "pronoun-last-speaker",
        ),
        ('"Kami siap maju," tutur mantan camat itu.', "Rina Lamato", "pronoun-last-speaker"),
        ('"Kami siap maju bersama."', "Rina Lamato", "last-speaker"),
        (
            'Tokoh adat, Simon Betawi, mengaku lega. "Kami siap maju," ujarnya.',
            "Simon Betawi",
            "pronoun-last-speaker",
        ),
        ('Seorang warga berharap hal yang sama. "Kami siap maju," katanya.', None, "nobody"),
        ('"Kami siap maju," kata seorang warga.', None, "verb-unnamed"),
        ('"Kami siap maju," kata warga.', None, "verb-unnamed"),
        (
            'Novi Simon, sopir, ikut antre. "Kami siap maju," kata Simon.',
            "Novi Simon",
            "verb-stranger",
        ),
        ('"Kami siap maju," ungkap Rosa.Penertiban usai.', "Rosa", "verb-stranger"),
        ('"Kami siap maju," kata Pelatih Poso Suwandi.', "Suwandi", "verb-stranger"),
        ('"Kami siap maju," kata Kainduk Tol Poso Kompol Eko Hadi.', "Eko Hadi", "verb-stranger"),
        ('"Kami siap maju," ungkap warga Poso ini.', "Rina Lamato", "pronoun-last-speaker"),
        ('"Kami siap maju," ujar orang nomor satu di Poso itu.', "Rina Lamato", "verb-office"),
        ('"Kami siap maju," kata jubir saat itu, Simon Hadi.', "Simon Hadi", "verb-role-name"),
        ('"Kami siap maju," ucap warga yang duduk di samping Bayu Setia.', None, "verb-unnamed"),
        ('"Kami siap maju," kata seorang sumber dari Sinar Raya.', None, "verb-unnamed"),
        ('"Kami siap maju," sebut MTI.', None, "verb-unnamed"),
    ],
)
def test_pass(nlp: Language, text: str, speaker: str | None, rule: str) -> None:
    [quote] = [one for one in attribute(nlp(RINA + text)) if one.kind == "direct"]
    assert (quote.speaker, quote.rule) == (speaker, rule)


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Menteri Desa (Mendes) Hasan Basri datang. "Kami siap," kata Mendes.', "Hasan Basri"),
        ('Menteri Hasan Basri (Gus Acan) datang. "Kami siap," kata Gus Acan.', "Hasan Basri"),
        ('Menteri Hasan Basri alias Didi datang. "Kami siap," kata Didi.', "Hasan Basri"),
        ('Menteri Hasanuddin Basri datang. "Kami siap," kata Hasan.', "Hasanuddin Basri"),
        ('Menteri Joko Widodo datang. "Kami siap," kata Jokowi.', "Joko Widodo"),
        ('Menurut Novi Yanti, kota aman. "Kami siap maju," ujar dia.', "Novi Yanti"),
        ('Boneka itu diberikan Bupati Poso Rina Lamato. "Kami siap," ujarnya.', "Rina Lamato"),
        ('Bupati Poso Rina Lamato berkata."Kami siap."', "Rina Lamato"),
    ],
)
def test_fullest_name(nlp: Language, text: str, speaker: str) -> None:
    quotes = [quote for quote in attribute(nlp(text)) if quote.kind == "direct"]
    assert [quote.speaker for quote in quotes] == [speaker]


def test_who_spoke_last_need_be_no_subject(nlp: Language) -> None:
    text = '"Kami rugi," kata sopir asal Poso, Toni (40). "Kami siap maju," lanjutnya.'
    assert [quote.speaker for quote in attribute(nlp(RINA + text))] == ["Toni", "Toni"]


def test_words_of_a_page_are_no_quote(nlp: Language) -> None:
    assert attribute(nlp(RINA + '"Kami tutup mulai besok," bunyi pengumuman itu.')) == []


def test_names_inside_quotes_do_not_speak(nlp: Language) -> None:
    text = '"Kapolres Bayu sudah tahu," kata Rina.\n"Kami siap maju," katanya.'
    assert [quote.speaker for quote in attribute(nlp(RINA + text))] == ["Rina Lamato"] * 2


def test_a_quote_over_two_paragraphs_is_one(nlp: Language) -> None:
    doc = nlp(RINA + '"Kami siap maju bersama warga.\n\n"Tolong dijaga," kata Rina.')
    [quote] = attribute(doc)
    parts = [doc.text[start:end] for start, end in quote.parts]
    assert parts == ["Kami siap maju bersama warga.", "Tolong dijaga"]


def test_a_split_quote_is_one(nlp: Language) -> None:
    [quote] = attribute(nlp(RINA + '"Kami siap," kata Rina, "dan akan maju."'))
    assert (len(quote.parts), quote.speaker, quote.verb) == (2, "Rina Lamato", "kata")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ('"Kami siap maju," kata Rina, Sabtu (4/1/2025).', "2025-01-04"),
        ('"Kami siap maju," kata Rina. Sabtu (4/1/2025) rapat usai.', None),
    ],
)
def test_day(nlp: Language, text: str, day: str | None) -> None:
    doc = nlp(text)
    at = next(token.i for token in doc if token.text == "Sabtu")
    said = date(2025, 1, 4)
    mention = DateMention(start=at, end=at + 2, first=said, last=said, granularity="day")
    spans.write(doc, DateMention, [mention])
    assert [quote.day for quote in attribute(doc)] == [day]


def test_no_quotes_no_speakers(nlp: Language) -> None:
    assert attribute(nlp(RINA)) == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Herman J. Betawi datang. "Kami siap maju," kata Betawi.', "Herman J. Betawi"),
        (
            'Presiden UEFA Julian Betawi hadir pada sore itu. "Kami siap," kata Betawi.',
            "Julian Betawi",
        ),
        ('Pemain itu, Arno de Betawi, datang. "Kami siap," kata De Betawi.', "Arno de Betawi"),
        ('Hadir pula\nLuca Betawi\ndi sana. "Kami siap maju," kata Betawi.', "Luca Betawi"),
        ('Pendirinya Simon Betawi hadir. "Kami siap maju," kata Simon.', "Simon Betawi"),
        (
            "Ketua Panitia Simon Betawi hadir. Menurut Sekretaris Simon, lancar. "
            '"Kami siap maju," kata Simon.',
            "Simon Betawi",
        ),
        ('"Kami siap maju," kata Kasatlantas Polres Poso AKP Simon Betawi.', "Simon Betawi"),
        ('"Kami siap maju," kata Chef Simon Betawi.', "Simon Betawi"),
        ('"Kami siap maju," ujar Marketing Director KPI, Simon Betawi.', "Simon Betawi"),
        ('"Kami siap maju," kata Tools for Poso.', None),
        ('Simon warga Poso, berharap lain. "Kami siap maju," katanya.', "Simon"),
        ('"Kami siap maju," kata pemilik kios itu di Pasar Poso, Sabtu.', "Rina Lamato"),
    ],
)
def test_the_name_and_no_more(nlp: Language, text: str, speaker: str | None) -> None:
    [quote] = [q for q in attribute(nlp(RINA + text)) if q.kind == "direct"]
    assert quote.speaker == speaker


@pytest.mark.parametrize(
    "text",
    [
        'Unggahan itu berupa tulisan sebagai berikut.\n"Bantuan dibuka untuk semua warga."',
        'Akun itu menambahkan narasi:\nBaca Juga\n"Bantuan dibuka untuk semua warga."',
        '"Bantuan dibuka," komentar akun lainnya.',
        '"Bantuan dibuka untuk semua," tulis Kabarpedia di laman resminya.',
        f"{'Saksikan siaran kami pada hari kerja di laman resmi yang tersedia bagi semua. ' * 2}\n"
        f"{'Kirim komentar Anda melalui kolom yang tersedia di bawah siaran langsung ini. ' * 2}\n"
        '"Pagi Poso, Jangan Tidur Lagi!"',
    ],
)
def test_what_nobody_said(nlp: Language, text: str) -> None:
    assert not [q for q in attribute(nlp(RINA + text)) if q.kind == "direct"]
