"""The summary of a run over an archive."""

from typing import Any

from rich.console import Console
from rich.table import Table

LABELS = {
    "articles": "artikel",
    "regions": "wilayah",
    "indices": "indeks",
    "scores": "skor",
    "ranks": "peringkat",
    "officials": "pejabat",
    "quotes": "kutipan",
    "dates": "tanggal",
    "findings": "catatan",
}
"""What the tables of a dataset hold, as people read it."""


def render(manifest: dict[str, Any], console: Console) -> None:
    """Write the counts of a finished run to `console`."""
    counts = manifest["counts"]
    console.print(
        f"Dibaca {counts['read']} = diekstrak {counts['extracted']} + ditolak {counts['rejected']}"
    )
    if counts["rejected"]:
        reasons = Table("Alasan ditolak", "Jumlah")
        reasons.columns[1].justify = "right"
        for code, count in counts["rejected_by_code"].items():
            reasons.add_row(code, str(count))
        console.print(reasons)
    tables = Table("Tabel", "Isi", "Baris")
    tables.columns[2].justify = "right"
    for name, rows in manifest["tables"].items():
        if name != "rejects":
            tables.add_row(name, LABELS.get(name, ""), str(rows))
    console.print(tables)
    if manifest["ignored"]:
        others = ", ".join(f"{count} {suffix}" for suffix, count in manifest["ignored"].items())
        console.print(f"Berkas lain di dalam folder, tidak dibaca: {others}")
