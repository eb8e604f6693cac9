"""Which ids an archive has had: on disk, so that millions of them take no memory."""

import sqlite3
from hashlib import blake2b
from pathlib import Path
from typing import Self

from extractor.archive.items import DefectError, Item, Raw
from extractor.errors import DatasetError

# Kibibytes of the table that are held in memory; negative is SQLite's way to say kibibytes.
_CACHE = -16_384


class Seen:
    """The ids so far, each with its first place. Made anew for each run, from the beginning."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.unlink(missing_ok=True)
        self._base = sqlite3.connect(path, isolation_level=None)
        self._base.execute("pragma journal_mode=off")
        self._base.execute("pragma synchronous=off")
        self._base.execute(f"pragma cache_size={_CACHE}")
        self._base.execute("create table seen (id blob primary key, place text) without rowid")
        self._base.execute("begin")

    def once(self, item: Item) -> Item:
        """Return `item`, or the reject of an article whose id was there before."""
        if not isinstance(item, Raw):
            return item
        key = blake2b(item.id.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        place = str(item.place).encode("utf-8", "backslashreplace").decode()
        try:
            added = self._base.execute("insert or ignore into seen values (?, ?)", (key, place))
            if added.rowcount:
                return item
            found = self._base.execute("select place from seen where id = ?", (key,)).fetchone()
        except sqlite3.Error as error:
            raise DatasetError(
                f"{self._path}: {error}; make room, then run the same command again: it goes on "
                "where it was"
            ) from error
        return DefectError("duplicate-id", f"the id stood before at {found[0]}").at(
            item.place, item.id
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()
