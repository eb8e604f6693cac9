"""What is wrong with a dataset, as rows for people: what, and how it is mended."""

import pyarrow as pa

from extractor.archive.doctor import Diagnosis, Problem
from extractor.report.rows import Answer, of_table

_COLUMNS = ("Di mana", "Masalah", "Cara memperbaiki")
_AGAIN = "jalankan lagi perintah `fakta batch` yang sama"
_TEXTS = {
    "no-dataset": ("bukan dataset", "sebut folder yang dibuat `fakta batch`"),
    "at-work": ("sedang dikerjakan", "tunggu sampai selesai"),
    "unfinished": ("belum selesai, {} bagian sudah ada", f"{_AGAIN}: ia meneruskan"),
    "damaged-shards": ("{} bagian rusak", f"{_AGAIN}: hanya bagian itu dibuat ulang"),
    "damaged-manifest": ("rusak: {}", "hapus folder ini, lalu buat dataset dari awal"),
    "missing": ("hilang", f"{_AGAIN}: hanya berkas ini dibuat ulang"),
    "damaged": ("rusak: {}", f"{_AGAIN}: hanya berkas ini dibuat ulang"),
    "changed": ("isinya bukan lagi yang ditulis", f"{_AGAIN}: hanya berkas ini dibuat ulang"),
    "counts": ("jumlahnya tidak cocok: {}", "hapus folder ini, lalu buat dataset dari awal"),
    "no-digests": (
        "dibuat versi lama, isi berkas tidak dapat dibandingkan",
        "tidak perlu; dataset baru mencatatnya",
    ),
    "input-gone": ("masukan tidak ada lagi", "kembalikan, atau buat dataset dari awal"),
    "input-changed": ("masukan sudah berubah", "kembalikan, atau buat dataset dari awal"),
    "input-unreached": (
        "masukan tidak terjangkau: {}",
        "periksa sambungan dan kredensial, lalu coba lagi",
    ),
    "other-version": (
        "dibuat {}",
        "pasang versi itu untuk memperbaiki, atau buat dataset dari awal",
    ),
    "bad-correction": ("{}", "betulkan baris itu; sebelumnya dataset ini tidak dapat ditanyai"),
    "unfit-correction": (
        "koreksi tidak dipakai: {}",
        "periksa lagi artikelnya dengan `fakta review`, lalu hapus koreksi ini",
    ),
}


def doctor_answer(diagnosis: Diagnosis) -> Answer:
    """Return a row for each problem."""
    rows = [_row(problem) for problem in diagnosis.problems]
    columns = zip(*rows, strict=True) if rows else ([], [], [])
    return of_table(
        pa.table({name: list(column) for name, column in zip(_COLUMNS, columns, strict=True)})
    )


def _row(problem: Problem) -> tuple[str, str, str]:
    what, remedy = _TEXTS[problem.kind]
    return problem.where, what.format(problem.told), remedy
