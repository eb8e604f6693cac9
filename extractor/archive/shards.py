"""An archive cut into shards: bounded runs of items, the same ones every time."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass

from extractor.archive.items import Item, Raw
from extractor.archive.options import Options


@dataclass(frozen=True, slots=True)
class Shard:
    """A run of items; `number` counts shards from 0, `digest` tells its items from others."""

    number: int
    items: tuple[Item, ...]
    digest: str


def shards(items: Iterable[Item], options: Options) -> Iterator[Shard]:
    """Yield `items` in shards of at most `shard_items`, or about `shard_bytes` of text."""
    number, taken, size = 0, list[Item](), 0
    for item in items:
        taken.append(item)
        size += len(item.body) if isinstance(item, Raw) else 0
        if len(taken) >= options.shard_items or size >= options.shard_bytes:
            yield _shard(number, taken)
            number, taken, size = number + 1, [], 0
    if taken:
        yield _shard(number, taken)


def _shard(number: int, items: list[Item]) -> Shard:
    digest = hashlib.sha256()
    for item in items:
        digest.update(repr(astuple(item)).encode("utf-8", "backslashreplace"))
    return Shard(number, tuple(items), digest.hexdigest()[:32])
