"""How an archive is to be read: what a caller may set."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

MEBIBYTE = 1 << 20
DateOrder = Literal["dmy", "mdy"]


@dataclass(frozen=True, slots=True)
class Options:
    """Everything beside the inputs that decides what comes out of a run.

    `names` maps a field (`text`, `title`, `published`, `url`, `publisher`, `id`) to the name that
    the files have for it. `date_order` says what `04/05/2024` means; None leaves it to each file.
    `encoding` is what texts are written in; None is UTF-8, or what a byte order mark says.
    `max_characters` is the longest article, `max_bytes` the longest line or page, and an input
    that expands beyond `bomb_bytes` to more than `bomb_ratio` times its size is a bomb.
    What is less probable than `min_confidence` becomes a finding.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    date_order: DateOrder | None = None
    encoding: str | None = None
    any_language: bool = False
    max_characters: int = 1_000_000
    max_bytes: int = 16 * MEBIBYTE
    bomb_bytes: int = 32 * MEBIBYTE
    bomb_ratio: int = 200
    shard_items: int = 128
    shard_bytes: int = 8 * MEBIBYTE
    min_confidence: float = 0.0
    format: Literal["parquet", "jsonl"] = "parquet"

    def as_data(self) -> dict[str, Any]:
        """Return the options as plain data, for the record of a run."""
        return {
            name: dict(sorted(value.items())) if isinstance(value, Mapping) else value
            for name, value in ((slot, getattr(self, slot)) for slot in self.__slots__)
        }
