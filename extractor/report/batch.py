"""The summary of a run over an archive."""

from collections.abc import Mapping
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

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
    if passed := counts.get("passed_by_kind"):
        console.print(Text(f"Bukan artikel, dilewati: {_listed(passed)}"))
    if manifest["ignored"]:
        others = _listed(manifest["ignored"])
        console.print(Text(f"Berkas lain di dalam folder, tidak dibaca: {others}"))


def _listed(counts: Mapping[str, int]) -> str:
    """Return what was counted, the most first: `7 request, 2 image/gif`."""
    most = sorted(counts.items(), key=lambda one: -one[1])
    return ", ".join(f"{count} {kind}" for kind, count in most)
