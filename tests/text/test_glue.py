"""Glued words: what is cut, what is not, and that every offset still maps back."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractor.errors import LexiconError
from extractor.text import glue
from extractor.text.glue import seams
from extractor.text.normalise import normalise

CUT = [
    "warga Palangka Raya|Untuk itu",
    "Wali Kota|Cimahi hadir",
    "Gubernur DKI Jakarta|Pramono hadir",
    "warga Jakarta|yang antre",
    "DPR RI|Felly hadir",
    "pukul 10.00 WIB|Kepala dinas",
    "kata Rosa.|Penertiban pasar",
    "nilainya 33,2%.|Kondisi itu",
    "Kota Subulussalam 47,9%|Kabupaten Aceh Utara 38,3%|Kabupaten Pidie",
    "di Jakarta (28/3/2013)|Jakarta, Lensa",
    "1. Jawa Barat Rp 15 triliun|2. Provinsi Jawa Timur Rp 14,6 triliun|3. Bali",
    "1. SMA Satu 81,20|2. SMA Dua 80,55|3. SMA Tiga",
    "Bupati|Bogor dan Pemkot|Jambi hadir",
    "SPBE Kota Jambi|3,48 tahun itu",
    "SPBE Kota Jambi-|3,48, inflasinya tercatat|-0,13 persen",
    "IPM Kota Jambi tercatat|80,1 dan inflasinya minus|0,13 persen",
    "IPM Kota Jambi 80,1|pada 2023, SPBE 3,48|dan 3,51|Kota Padang",
    "Bupati Garut|Syakur dan Wali Kota Bogor|Dedie hadir",
    "Pemkot Semarang|Raih SPBE 3,48",
    "1. Kota Jambi 80,12.|2. Kota Padang 79,10.|3. Kota Medan",
    "kata Fahmi Rizal|Di tempat lain",
    "ujar|Rosa dan kata|Fahmi",
    "BANGGAI KEPULAUAN|BANGGAI LAUT|DONGGALA|MOROWALI UTARA|POSO|SIGI|TOLITOLI",
]
LEFT = [
    "KemenPAN dan PermenPANRB, YouTube, TikTok, BUMDes, JakLingko",
    "BaliPagi, JatimTimes, BantenNews.co.id, kabar.Com",
    "A.Md.Keb dan S.Sos, M.Pd., Ph.D",
    "PANGKALPINANG, TOLITOLI, MUAROJAMBI, KEMENTERIAN, PERTUMBUHAN",
    "Emisi CO2. Warga U17. Tim itu 80,553. Kota",
    "Akun @PemkotJambi, #BupatiBogor, Galaxy3,5, iPhone, eKTP",
    "Kab.Bogor dan Prov.Riau",
    "Inflasi 0,12persen, 3,48poin, 4,5jt, 4,2x, 3,7G; seri4,5 dan C4,5",
    "Persib BandungJuara.com, Kabar BogorTerkini",
    "Perjalanan Malang ke Bandungan, Baliho besar",
]
PARTS = (
    "Kota Raya Untuk Jakarta yang RI WIB Cimahi POSO SIGI 1. 2. A B 80,55 triliun % . &amp; ujar )"
)
PIECES = st.lists(st.sampled_from([*PARTS.split(), " ", "\n", "\xa0", '"'])).map("".join)


@pytest.mark.parametrize("marked", CUT)
def test_cuts(marked: str) -> None:
    assert normalise(marked.replace("|", "")).text == marked.replace("|", " ")


@pytest.mark.parametrize("text", LEFT)
def test_leaves(text: str) -> None:
    assert normalise(text).text == text


@given(PIECES | st.text())
def test_only_spaces_are_put_in(text: str) -> None:
    cuts = seams(text)
    assert cuts == sorted(set(cuts))
    assert all(0 < at < len(text) for at in cuts)
    assert not any(text[at - 1].isspace() or text[at].isspace() for at in cuts)


@given(PIECES)
def test_what_is_cut_slices_back(source: str) -> None:
    clean = normalise(source)
    # Nothing is cut again. Where a line goes on is asked before the cuts, and after them anew.
    assert normalise(clean.text).text.split() == clean.text.split()
    at = 0
    for word in clean.text.split():
        start = clean.text.index(word, at)
        at = start + len(word)
        first, last = clean.to_source(start, at)
        told = source[first:last].replace("&amp;", "&")
        # A mark that stood in a line of its own, and a word that was parted at a line's end.
        assert word in (told, told.replace("\n", ""), re.sub(r"-\n+", "", told))


@pytest.mark.parametrize(
    "piece", ["aB", "Ab", "a", "A", "1. A 80,552. ", "Jakarta", "KOTABANDUNG", "abc.Cdefg", "2. B"]
)
def test_the_cost_grows_with_the_text(piece: str) -> None:
    begun = time.process_time()
    seams(piece * (100_000 // len(piece)))
    assert time.process_time() - begun < 3


def test_a_misshapen_lexicon_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(glue, "read_yaml", lambda name: {"openers": []})
    with pytest.raises(LexiconError, match=r"glue\.yaml"):
        glue._words.__wrapped__()
