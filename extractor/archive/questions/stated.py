"""A fact, and where an article of a dataset states it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from extractor.archive.questions.corrections.file import Mark
from extractor.archive.schema import record_of
from extractor.records import Rank, Score
from extractor.text.sentences import sentence_at

R = TypeVar("R", Score, Rank)


@dataclass(frozen=True, slots=True)
class Stated(Generic[R]):
    """A fact and the article that states it; `sentence` is where its number stands.

    `text_id` is the first of those asked for that has its text: another one when it is a copy.
    `corrected` is what a correction made of it, None for what is as it was read.
    """

    fact: R
    article_id: str
    text_id: str
    n: int
    place: str
    url: str | None
    publisher: str | None
    sentence: str
    corrected: Mark | None = None

    @property
    def source(self) -> str:
        """Where to look it up: the address, else the file and line."""
        return self.url or self.place


def read_stated(kind: type[R], row: dict[str, Any]) -> Stated[R]:
    """Return the fact in `row`, which has the columns of its table and those of its article.

    Raises ValidationError or InvalidOperation for what is no record.
    """
    fact = record_of(kind, row)
    digits = str(row["position"]) if kind is Rank else row["value_text"]
    start = place_of_value(digits, row.get("predicate"), row["evidence"])
    place = row["file"] if row["line"] is None else f"{row['file']}:{row['line']}"
    sentence, _ = sentence_at(row["text"], start)
    id, who = row["article_id"], (row["url"], row["publisher"])
    return Stated(fact, id, id, row["n"], place, *who, sentence, row["corrected"])


def place_of_value(
    digits: str | None, predicate: str | None, evidence: Sequence[dict[str, Any]]
) -> int:
    """Return where the piece of `evidence` begins that says the value; else where the last does."""
    # A deflation is negative, and the article tells it without a minus.
    said = (digits or "").lstrip("-") or predicate or ""
    bare = said.casefold().rstrip("0").rstrip(".") if "." in said else said.casefold()
    for piece in evidence:
        if bare and bare in piece["text"].casefold().replace(",", "."):
            return int(piece["start"])
    return int(evidence[-1]["start"])
