"""The page of a reviewer: its frame, the forms of the facts, and what may be chosen in them."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, get_args

from markupsafe import Markup

from extractor.facts.known import KINDS, Kind
from extractor.lexicon.indices import catalogue
from extractor.lexicon.regions import gazetteer
from extractor.records.score import Basis, Comparison
from extractor.report.entries import SECTIONS
from extractor.report.html import render_template


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form; `of` tells what its words are: of a list, one of `choices`, yes or no."""

    name: str
    label: str
    of: str = "text"
    choices: tuple[str, ...] = ()
    needed: bool = False


_SUBJECT = Field("subject", "Wilayah atau lembaga", "regions", needed=True)
_INDEX = Field("index", "Indeks", "indices", needed=True)
_ASPECT = Field("aspect", "Aspek")
_PERIOD = Field("period", "Periode (2024, 2024-06)")
_SPEAKER = Field("speaker", "Penutur")
FORMS: dict[Kind, tuple[Field, ...]] = {
    "regions": (Field("code", "Wilayah", "regions", needed=True),),
    "indices": (Field("name", "Indeks", "indices", needed=True),),
    "scores": (
        *(_SUBJECT, _INDEX, Field("value", "Nilai"), Field("predicate", "Predikat"), _PERIOD),
        *(_ASPECT, Field("comparison", "Pembanding", choices=get_args(Comparison))),
        Field("basis", "Dasar", choices=("", *get_args(Basis))),
    ),
    "ranks": (
        *(_SUBJECT, _INDEX, Field("position", "Peringkat", needed=True)),
        *(Field("position_end", "sampai peringkat"), Field("out_of", "dari berapa")),
        *(Field("scope", "Lingkup (national, world, kode)", "regions"),),
        *(Field("category", "Kelas"), _PERIOD, _ASPECT),
    ),
    "officials": (
        *(Field("name", "Nama", needed=True), Field("office", "Jabatan")),
        Field("acting", "Penjabat sementara", "truth"),
    ),
    "quotes": (
        *(Field("starts", "Awal", needed=True), Field("ends", "Akhir", needed=True), _SPEAKER),
        Field("kind", "Jenis", choices=("direct", "indirect")),
    ),
    "dates": (
        *(Field("text", "Tertulis", needed=True),),
        Field("date", "Artinya (2025-01-04)", needed=True),
    ),
}


def render_desk(articles: Sequence[dict[str, Any]], *, of_dataset: bool = False) -> str:
    """Return the HTML of the page on which `articles` (`name`, `known`) are gone through.

    `of_dataset` is a page on which rows of a dataset are put right, not facts files.
    """
    labels = {section.kind: section.label for section in SECTIONS}
    regions = {code: region.name for code, region in gazetteer().regions.items()}
    held = {
        "articles": list(articles),
        "of_dataset": of_dataset,
        "kinds": [{"kind": kind, "label": labels[kind]} for kind in KINDS],
        "forms": {kind: [asdict(field) for field in FORMS[kind]] for kind in KINDS},
        "regions": {**regions, "ID": "Indonesia"},
        "indices": sorted({entry.acronym or entry.name for entry in catalogue().entries}),
    }
    # In a script element nothing is unescaped but its end.
    data = Markup(json.dumps(held, ensure_ascii=False).replace("<", "\\u003c"))
    return render_template("review", asks=True, data=data, of_dataset=of_dataset)
