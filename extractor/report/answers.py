"""What a dataset answers, for people: headings in Indonesian, and the columns a terminal shows."""

from collections.abc import Callable, Mapping
from typing import Any

from extractor.lexicon.levels import level_words
from extractor.report.terminal import SCOPES, SIGNS, shortened, sureness

Row = Mapping[str, Any]
Shown = tuple[tuple[str, Callable[[Row], Any]], ...]
"""The headings of a table at a terminal, and what stands below each in a row."""

HEADINGS = {
    "kind": "Jenis",
    "name": "Nama",
    "office": "Jabatan",
    "acting": "Pj/Plt",
    "subject": "Wilayah/lembaga",
    "subject_code": "Kode",
    "level": "Tingkat",
    "province": "Provinsi",
    "index": "Id indeks",
    "index_name": "Indeks",
    "short_name": "Singkatan",
    "aspect": "Aspek",
    "value": "Nilai",
    "value_text": "Nilai tertulis",
    "comparison": "Pembanding",
    "unit": "Satuan",
    "basis": "Basis",
    "predicate": "Predikat",
    "period": "Periode",
    "assessor": "Penilai",
    "position": "Posisi",
    "position_end": "Posisi akhir",
    "out_of": "Dari",
    "scope": "Kode lingkup",
    "scope_name": "Lingkup",
    "category": "Kelas",
    "direction": "Arah",
    "text": "Ucapan",
    "speaker": "Penutur",
    "verb": "Kata kerja",
    "date": "Tanggal",
    "official": "Resmi",
    "official_text": "Resmi tertulis",
    "verdict": "Putusan",
    "line": "Baris",
    "of": "Dari naskah",
    "confidence": "Yakin",
    "corrected": "Koreksi",
    "articles": "Artikel",
    "copies": "Salinan",
    "publisher": "Penerbit",
    "publishers": "Penerbit",
    "published": "Terbit",
    "sentence": "Kalimat",
    "url": "Alamat",
    "sources": "Sumber",
    "place": "Berkas",
    "article_id": "Id artikel",
    "n": "Nomor",
    "outcome": "Perubahan",
    "old": "Lama",
    "new": "Baru",
    "differing": "Yang berubah",
    "title": "Judul",
    "code": "Kode",
    "start": "Mulai",
    "end": "Sampai",
    "granularity": "Ketelitian",
    "acronym": "Singkatan",
    "dateline": "Tempat",
    "id": "Id",
    "severity": "Tingkat",
    "message": "Pesan",
    "reason": "Alasan",
    "subject_name": "Wilayah/lembaga",
    "subject_kind": "Jenis lembaga",
    "text_id": "Naskah",
}
"""What people call the columns of an answer, by their names for programs."""

CORRECTED = {"accepted": "diperiksa", "corrected": "dikoreksi", "added": "ditambahkan"}
"""What people call what a correction made of a fact."""
_VERDICTS = {"confirmed": "cocok", "contradicted": "bertentangan", "unknown": "tidak ada"}
_SENTENCE = 160
_SOURCES = 3


def worded(name: str, value: Any) -> Any:
    """Return the `value` of the column `name` as people read it: a regency is a kabupaten."""
    words = {
        "level": level_words().shown,
        "verdict": _VERDICTS,
        "scope_name": SCOPES,
        "corrected": CORRECTED,
    }
    return words[name].get(value, value) if name in words else value


def _plain(name: str) -> tuple[str, Callable[[Row], Any]]:
    return HEADINGS[name], lambda row: worded(name, row[name])


def value_of_row(row: Row) -> str | None:
    """Return the value with its sign, unit and the basis of a rate: `> 4,5`, `2,1 persen (yoy)`."""
    if row["value_text"] is None:
        return None
    basis = f" ({row['basis']})" if row["basis"] else ""
    unit = f" {row['unit']}" if row["unit"] else ""
    return f"{SIGNS[row['comparison']]}{decimal(row['value_text'])}{unit}{basis}"


def place_of_row(row: Row) -> str:
    """Return the place of a rank: `4 dari 38`, `1–3`, `2 dari bawah`."""
    ends = sorted(abs(end) for end in (row["position"], row["position_end"]) if end is not None)
    place = "–".join(map(str, ends)) + (" dari bawah" if row["position"] < 0 else "")
    return place if row["out_of"] is None else f"{place} dari {row['out_of']}"


def _stated(row: Row) -> str | None:
    if row["kind"] == "rank":
        return f"peringkat {place_of_row(row)}"
    return value_of_row(row) or row["predicate"]


def _sources(row: Row) -> str | None:
    if row["sources"] is None:
        return None
    sources = row["sources"].split("; ")
    more = f" (+{len(sources) - _SOURCES})" if len(sources) > _SOURCES else ""
    return "; ".join(sources[:_SOURCES]) + more


def _articles(row: Row) -> str | int:
    """Return how many articles, and how many of them are copies of another one: 3 (1 salinan)."""
    return f"{row['articles']} ({row['copies']} salinan)" if row["copies"] else row["articles"]


def decimal(digits: str) -> str:
    """Return `digits` as Indonesian news writes a number: 3,48."""
    return digits.replace(".", ",")


_SUBJECT = _plain("subject")
_PROVINCE = _plain("province")
_SHORT = ("Indeks", lambda row: row["short_name"])
_VALUE = ("Nilai", value_of_row)
_SURE = ("Yakin", lambda row: sureness(row["confidence"]))
_SAID = ("Kalimat", lambda row: row["sentence"] and shortened(row["sentence"], _SENTENCE))
_SOURCE = ("Sumber", lambda row: row["url"] or row["place"])
_ALL_SOURCES = ("Sumber", _sources)
_ALL_ARTICLES = (HEADINGS["articles"], _articles)
_INDEX = (_SHORT, _plain("aspect"), _plain("period"))
_CORRECTED = _plain("corrected")
_END = (_SURE, _CORRECTED, _plain("articles"), _SAID, _SOURCE)

SCORES: Shown = (_SUBJECT, _PROVINCE, *_INDEX, _VALUE, _plain("predicate"), *_END)
RANKS: Shown = (
    *(_SUBJECT, _PROVINCE, *_INDEX, ("Posisi", place_of_row)),
    *(_plain("scope_name"), _plain("category"), *_END),
)
OFFICIALS: Shown = (_plain("name"), _plain("office"), _SUBJECT, _PROVINCE, *_END)
QUOTES: Shown = (
    *(_plain("speaker"), _plain("office"), _SUBJECT, _plain("date")),
    ("Ucapan", lambda row: shortened(row["text"], _SENTENCE)),
    *(_SURE, _CORRECTED, _plain("articles"), _SOURCE),
)
SERIES: Shown = (
    *(_SUBJECT, _plain("period"), _VALUE, _plain("predicate"), _CORRECTED, _ALL_ARTICLES),
    ("Sepakat", lambda row: f"{row['articles'] - row['copies']}/{row['of']}"),
    *(_plain("publishers"), _SAID, _ALL_SOURCES),
)
CONFLICTS: Shown = (
    *(_SUBJECT, *_INDEX, _plain("scope_name"), ("Dinyatakan", _stated)),
    *(_CORRECTED, _ALL_ARTICLES, _SAID, _ALL_SOURCES),
)
DUPLICATES: Shown = (
    *(_plain("text_id"), _plain("articles"), _plain("title"), _plain("publisher")),
    *(_plain("published"), _SOURCE),
)
VERIFIED: Shown = (
    *(_SUBJECT, _SHORT, _plain("period")),
    ("Resmi", lambda row: decimal(row["official_text"])),
    *(_plain("verdict"), ("Berita", value_of_row), _CORRECTED),
    *(_ALL_ARTICLES, _SAID, _ALL_SOURCES),
)
