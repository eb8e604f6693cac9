"""The desk of a reviewer of a dataset: articles beside their rows, saved as corrections."""

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from threading import Lock
from typing import Any

from extractor.archive.questions.copies import copies_of
from extractor.archive.questions.corrections.applied import Fact, fact_of, put_right
from extractor.archive.questions.corrections.file import (
    Correction,
    load_corrections,
    parse_corrections,
)
from extractor.archive.questions.corrections.form import KINDS, Kind
from extractor.archive.questions.dataset import Dataset
from extractor.errors import InputError
from extractor.facts.carried import carried
from extractor.facts.corrections import Said, corrections_of, corrections_text, items_of_rows
from extractor.facts.files import replace_file
from extractor.facts.match import Context
from extractor.facts.names import Names
from extractor.serve.desk import Saved, SavedFact, digest, shown
from extractor.serve.words import MOST

_SURE = ("scores", "ranks", "officials", "quotes")
_LEAST = " union all ".join(
    f"select article_id, confidence, corrected is not null as seen from {kind}" for kind in _SURE
)
_ARTICLES = f"""
    select a.id, a.title, min(f.confidence) filter (not f.seen) as least, count(*) over ()
    from articles a left join ({_LEAST}) f on f.article_id = a.id
    where {{}} group by a.id, a.title order by least nulls last, a.id limit ?
"""
_CHANGED = "Berkas koreksi berubah sejak dibuka; muat ulang halaman ini."


class DatasetDesk:
    """The articles of a dataset, those with the least sure records first, `limit` of them.

    With `ids` those articles alone. Raises DatasetError, and InputError for an id that no article
    has, or for a file of corrections that holds anything else.
    """

    of_dataset = True

    def __init__(
        self,
        folder: Path,
        corrections: Path | None = None,
        *,
        limit: int = 200,
        ids: Sequence[str] = (),
    ) -> None:
        # Requests come in threads, and a connection is for one at a time.
        self._turn = Lock()
        self._rows = Dataset(folder, corrections=False)
        self.path = corrections or self._rows.corrections
        there = self.path.is_file()
        self._dataset = Dataset(folder, corrections=self.path if there else False)
        self.unfit = self._dataset.unfit
        where = "a.id in (select unnest(?))" if ids else "len(?) = 0"
        _, found = self._dataset.ask(_ARTICLES.format(where), [list(ids), len(ids) or limit])
        self._articles = [(row[0], row[1]) for row in found]
        self._numbers = {id: number for number, (id, _) in enumerate(self._articles)}
        _, counted = self._dataset.ask("select count(*) from articles")
        self.of = int(next(counted)[0])
        lacking = set(ids) - set(self._numbers)
        if lacking:
            raise InputError(f"{folder}: no article has the id {', '.join(sorted(lacking))}")
        if not self._articles:
            raise InputError(f"{folder}: no article in it")

    def __len__(self) -> int:
        return len(self._articles)

    def about(self) -> list[dict[str, Any]]:
        """Return the name of each article, and whether there are corrections of it."""
        seen = {one.article for one in self._corrections()[0]}
        return [{"name": _name(id, title), "known": id in seen} for id, title in self._articles]

    def find(self, parts: list[str]) -> tuple[list[int], int]:
        """Return the articles whose id, title or text has all `parts`, and how many they are.

        All articles of the dataset are looked at; those that are found come onto the desk.
        """
        told = "regexp_replace(lower(concat_ws(' ', a.id, a.title, a.text)), '\\s+', ' ', 'g')"
        where = f"len(list_filter(?, lambda part: not contains({told}, part))) = 0"
        with self._turn:
            found = list(self._dataset.ask(_ARTICLES.format(where), [parts, MOST])[1])
            return [self._number(row[0], row[1]) for row in found], found[0][3] if found else 0

    def _number(self, id: str, title: str | None) -> int:
        if id not in self._numbers:
            self._numbers[id] = len(self._articles)
            self._articles.append((id, title))
        return self._numbers[id]

    def _copies(self, id: str) -> list[dict[str, Any]]:
        """Return the copies of the article `id`, which its corrections do not reach."""
        others = copies_of(lambda sql, values: self._rows.ask(sql, values)[1], id)
        titles = {other: self._row("articles", "id", other)[0]["title"] for other in others}
        return [
            {"number": self._number(other, title), "name": _name(other, title), "known": False}
            for other, title in titles.items()
        ]

    def open(self, number: int) -> dict[str, Any]:
        """Return the article `number` with its records (raises FaktaError)."""
        with self._turn:
            return self._open(number)

    def _open(self, number: int) -> dict[str, Any]:
        id, _ = self._articles[number]
        row = self._row("articles", "id", id)[0]
        corrections, _, version = self._corrections()
        facts = self._facts(id, row["text"], corrections)
        items = items_of_rows(facts, self._context(id, row["text"]))
        told = shown(items, row["text"])
        for item in told:
            item["row"] = item["order"]
        return {
            "name": id,
            "file": self.path.name,
            "title": row["title"] or id,
            "about": [str(part) for part in (row["publisher"], row["published"]) if part],
            "text": row["text"],
            "copies": self._copies(id),
            "items": told,
            "complete": False,
            "version": version,
        }

    def save(self, number: int, saved: Saved) -> dict[str, Any]:
        """Write what `saved` says of article `number` as corrections, and return the version.

        Where it may not be written, nothing is, and `problems` tell which fact is wrong and why,
        `reason` what else is in the way. Raises FaktaError for what cannot be read or written.
        """
        with self._turn:
            return self._save(number, saved)

    def _save(self, number: int, saved: Saved) -> dict[str, Any]:
        id, _ = self._articles[number]
        text = self._row("articles", "id", id)[0]["text"]
        before, content, version = self._corrections()
        if version != saved.version:
            return {"reason": _CHANGED}
        facts = self._facts(id, text, before)
        said = [_said(one, text) for one in saved.facts]
        made, faults = corrections_of(id, said, facts, self._context(id, text))
        if faults:
            return {"problems": [_problem(saved, at, *fault) for at, fault in faults]}
        placed = {
            fact.correction.line for rows in facts.values() for fact in rows if fact.correction
        }
        others = [one for one in before if one.article != id or one.line not in placed]
        more = self._carried(made, id, text, before) if saved.copies else []
        now = corrections_text(content, before, [*others, *made, *more])
        parse_corrections(now, str(self.path))
        try:
            replace_file(self.path, now)
        except OSError as error:
            raise InputError(f"{self.path}: {(error.strerror or str(error)).lower()}") from error
        also = {"corrections": len(more), "articles": len({one.article for one in more})}
        return {"version": digest(now.encode()), "file": str(self.path), "carried": also}

    def _carried(
        self, made: Sequence[Correction], id: str, text: str, before: Sequence[Correction]
    ) -> list[Correction]:
        """Return what `made`, of the article `id`, makes of its copies."""
        found: list[Correction] = []
        for copy in copies_of(lambda sql, values: self._rows.ask(sql, values)[1], id):
            other = self._row("articles", "id", copy)[0]["text"]
            facts = self._facts(copy, other, before)
            told = (carried(one, text, copy, other, facts[one.kind]) for one in made)
            found += (one for one in told if one is not None)
        return found

    def _corrections(self) -> tuple[list[Correction], str, str]:
        """Return the corrections, the text of their file, and its version."""
        if not self.path.is_file():
            return [], "", ""
        found = load_corrections(self.path)
        text = self.path.read_text(encoding="utf-8-sig")
        return found, text, digest(text.encode())

    def _row(self, table: str, key: str, id: str) -> list[dict[str, Any]]:
        order = "n" if key == "article_id" else key
        columns, rows = self._rows.ask(
            f"select * from {table} where {key} = ? order by {order}", [id]
        )
        return [dict(zip(columns, row, strict=True)) for row in rows]

    def _facts(
        self, id: str, text: str, corrections: Sequence[Correction]
    ) -> dict[Kind, list[Fact]]:
        found: dict[Kind, list[Fact]] = {}
        for kind in KINDS:
            rows = self._row(kind, "article_id", id)
            found[kind] = [fact for row in rows for fact in fact_of(kind, row)]
            mine = [one for one in corrections if (one.article, one.kind) == (id, kind)]
            put_right(found[kind], mine, text)
        return found

    def _context(self, id: str, text: str) -> Context:
        named = {
            row["id"]: tuple(name for name in (row["name"], row["acronym"]) if name)
            for row in self._row("indices", "article_id", id)
        }
        return Context(text, named, Names.of(text))


def _name(id: str, title: str | None) -> str:
    return f"{title} · {id}" if title else id


def _said(one: SavedFact, text: str) -> Said:
    spans = tuple((_place(text, start), _place(text, end)) for start, end in one.spans)
    return Said(one.kind, one.data, one.row, one.checked, one.gone, spans)


def _place(text: str, units: int) -> int:
    """Return the place in `text` that JavaScript counts as `units`."""
    widths = accumulate(1 + (ord(character) > 0xFFFF) for character in text)
    return next((at for at, width in enumerate((0, *widths)) if width >= units), len(text))


def _problem(saved: Saved, at: int, field: str, reason: str) -> dict[str, Any]:
    """Return a fault as the page finds it: by kind, and place among the facts of that kind."""
    kind = saved.facts[at].kind
    place = sum(one.kind == kind for one in saved.facts[:at])
    return {"kind": kind, "at": place, "field": field, "reason": reason}
