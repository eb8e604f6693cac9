"""Hand-made articles: records of the real classes, and an extractor that says what it is told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from extractor.records import (
    Article,
    DateRef,
    Evidence,
    Index,
    Official,
    Provenance,
    Quote,
    Rank,
    Region,
    Score,
    Subject,
)

TEXT = (
    "Skor SPBE Kota Jambi naik\n"
    "Kota Jambi meraih indeks SPBE 4,32 (Memuaskan) pada 2024 dan peringkat ke-4 nasional. "
    "“Ini hasil kerja semua,” kata Wali Kota Jambi Sri Wulan, Sabtu (4/1/2025)."
)
PROVENANCE = Provenance(version="0", model="none", lexicon="none")
JAMBI = Subject(kind="region", code="15.71", name="Kota Jambi")


def at(words: str, text: str = TEXT) -> tuple[Evidence, ...]:
    """Return the evidence of `words` where they first stand in `text`."""
    start = text.index(words)
    return (Evidence(start=start, end=start + len(words), text=words),)


def region(code: str = "15.71", name: str = "Kota Jambi") -> Region:
    return Region(code=code, name=name, level="city", province="15", evidence=at("Kota Jambi"))


def index(id: str = "spbe", name: str = "SPBE") -> Index:
    return Index(id=id, name=name, evidence=at("SPBE"))


def score(**changed: Any) -> Score:
    fields = {
        "subject": JAMBI,
        "index": "spbe",
        "value": Decimal("4.32"),
        "predicate": "Memuaskan",
        "period": "2024",
        "rule": "test",
        "confidence": 0.9,
        "evidence": at("4,32"),
    }
    return Score.model_validate({**fields, **changed})


def rank(**changed: Any) -> Rank:
    fields = {
        "subject": JAMBI,
        "index": "spbe",
        "position": 4,
        "scope": "national",
        "rule": "test",
        "confidence": 0.9,
        "evidence": at("peringkat ke-4"),
    }
    return Rank.model_validate({**fields, **changed})


def official(**changed: Any) -> Official:
    fields = {
        "name": "Sri Wulan",
        "office": "Wali Kota Jambi",
        "confidence": 0.9,
        "evidence": at("Sri Wulan"),
    }
    return Official.model_validate({**fields, **changed})


def quote(**changed: Any) -> Quote:
    fields = {
        "text": "Ini hasil kerja semua,",
        "kind": "direct",
        "speaker": "Sri Wulan",
        "rule": "test",
        "confidence": 0.9,
        "evidence": at("Ini hasil kerja semua"),
    }
    return Quote.model_validate({**fields, **changed})


def day(**changed: Any) -> DateRef:
    fields = {
        "text": "Sabtu (4/1/2025)",
        "start": date(2025, 1, 4),
        "end": date(2025, 1, 4),
        "granularity": "day",
        "evidence": at("4/1/2025"),
    }
    return DateRef.model_validate({**fields, **changed})


def article(**changed: Any) -> Article:
    return Article.model_validate({"id": "a1", "text": TEXT, "provenance": PROVENANCE, **changed})


@dataclass
class Told:
    """An extractor that makes of every text what `make` says, and keeps what it was asked."""

    make: Callable[[str], dict[str, Any]] = lambda text: {}
    asked: list[dict[str, Any]] = field(default_factory=list)

    def extract(self, text: str, *, id: str, **known: Any) -> Article:
        self.asked.append({"text": text, "id": id, **known})
        return article(text=text, id=id, **known, **self.make(text))
