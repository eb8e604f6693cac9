"""The desk of a reviewer over HTTP: articles beside their facts, saved as facts files."""

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from fastapi import FastAPI, HTTPException, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import HTMLResponse, JSONResponse
from pydantic import ValidationError
from starlette.middleware.trustedhost import TrustedHostMiddleware

from extractor.archive.files import kind_of
from extractor.errors import FaktaError, InputError
from extractor.facts.check import ARTICLES, article_beside, completed
from extractor.facts.files import replace_file
from extractor.facts.kept import Kept, kept_of
from extractor.facts.known import KINDS, Kind, KnownFacts
from extractor.facts.load import facts_path, parse_facts, reason_of
from extractor.facts.review import items_of
from extractor.facts.write import Data, known_text
from extractor.inputs import read_article
from extractor.records import Article
from extractor.report.html import encoded
from extractor.report.review import render_desk
from extractor.serve.desk import Reviewed, Saved, SavedFact, digest, shown
from extractor.serve.words import MOST, holds, parts_of
from extractor.source import Source

Reads = Callable[[Source, float], Article]
"""Reads an article within so many seconds: `Workers.read`."""

_HEAD = ("article", "title", "url", "publisher", "published")
# Nobody but this machine: a page elsewhere whose name is made to lead here is refused.
_HOSTS = ["127.0.0.1", "localhost", "testserver"]
_SECONDS = 120.0


def articles_of(paths: Sequence[Path]) -> list[Path]:
    """Return the articles that `paths` name, those below a folder in order (raises InputError)."""
    found: dict[Path, None] = {}
    for path in paths:
        if (path / "manifest.json").is_file():
            reason = "is a dataset; it is reviewed alone: name no other path beside it"
            raise InputError(f"{path}: {reason}")
        if not path.exists():
            raise InputError(f"{path}: no such file or directory")
        below = sorted(path.rglob("*")) if path.is_dir() else [path]
        found.update(dict.fromkeys(one for one in below if _is_article(one)))
    if not found:
        raise InputError(f"{' '.join(map(str, paths))}: no article ({', '.join(ARTICLES)})")
    return list(found)


def _is_article(path: Path) -> bool:
    if not path.is_file() or kind_of(path.name) not in ARTICLES:
        return False
    # Of a.txt and a.html the facts file belongs to one.
    return article_beside(facts_path(path)) == path


class Desk:
    """The articles on the desk. Each is read when it is asked for, and once."""

    of_dataset = False

    def __init__(self, paths: Sequence[Path], read: Reads, seconds: float = _SECONDS) -> None:
        self.paths = list(paths)
        self._read = read
        self._seconds = seconds
        self._articles: dict[tuple[int, Source], Article] = {}
        self._texts: dict[tuple[Path, int], str] = {}

    def __len__(self) -> int:
        return len(self.paths)

    def about(self) -> list[dict[str, Any]]:
        """Return the name of each article, and whether there are facts of it."""
        folder = os.path.commonpath([path.parent.absolute() for path in self.paths])
        return [
            {"name": os.path.relpath(p, folder), "known": facts_path(p).is_file()}
            for p in self.paths
        ]

    def open(self, number: int) -> dict[str, Any]:
        """Return the article `number` with its facts (raises FaktaError)."""
        path, known, kept, version = self._kept(number)
        source = read_article(path)
        source = completed(source, known) if known else source
        key = (number, source)
        if key not in self._articles:
            self._articles[key] = self._read(source, self._seconds)
        article = self._articles[key]
        return {
            "name": str(path),
            "file": facts_path(path).name,
            "title": article.title or article.id,
            "about": [str(part) for part in (article.publisher, article.published) if part],
            "text": article.text,
            "items": shown(items_of(article, known, kept), article.text),
            "complete": bool(known and known.complete),
            "version": version,
        }

    def save(self, number: int, saved: Saved) -> dict[str, Any]:
        """Write the facts file of article `number`, and return the version that it is now.

        Where it may not be written, nothing is, and `problems` tell which fact is wrong and why,
        `reason` what else is in the way. Raises FaktaError for an article that is gone.
        """
        path, before, kept, version = self._kept(number)
        if version != saved.version:
            return {"reason": "Berkas fakta berubah sejak dibuka; muat ulang halaman ini."}
        source = read_article(path)
        try:
            known = _checked(saved, _head(before, source))
        except ValidationError as error:
            return {"problems": _problems(error)}
        lines = {}
        checked = {
            (kind, at) for kind in KINDS for at, one in _numbered(saved, kind) if one.checked
        }
        for kind in KINDS:
            for at, fact in enumerate(known.of(kind)):
                touched = (kind, at) in checked and kept.confidence(kind, fact) is not None
                lines[kind, fact] = "" if touched else kept.line(kind, fact)
        out = facts_path(path)
        content = known_text(known, lines, kept.remarks)
        parse_facts(content, str(out))
        replace_file(out, content)
        return {"version": digest(content.encode()), "file": str(out)}

    def find(self, parts: list[str]) -> tuple[list[int], int]:
        """Return the articles whose name or text has all of `parts`, and how many they are."""
        named = zip(self.about(), self.paths, strict=True)
        texts = (f"{one['name']} {self._text(path)}" for one, path in named)
        found = [number for number, text in enumerate(texts) if holds(text, parts)]
        return found[:MOST], len(found)

    def _text(self, path: Path) -> str:
        """Return the text of the article `path`, with its title; what cannot be read has none."""
        try:
            key = (path, path.stat().st_mtime_ns)
            if key not in self._texts:
                source = read_article(path)
                self._texts[key] = f"{source.title or ''} {source.text}"
            return self._texts[key]
        except (OSError, InputError):
            return ""

    def _kept(self, number: int) -> tuple[Path, KnownFacts | None, Kept, str]:
        path = self.paths[number]
        out = facts_path(path)
        if not out.is_file():
            return path, None, Kept(), ""
        content = out.read_bytes()
        text = content.decode("utf-8-sig", "replace")
        known = parse_facts(text, str(out))
        return path, known, kept_of(text, known), digest(content)


def create_desk(desk: Reviewed) -> FastAPI:
    """Return the application for the articles on `desk`."""
    app = FastAPI(title="fakta review", docs_url=None, redoc_url=None, openapi_url=None)
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=_HOSTS)
    app.add_exception_handler(FaktaError, _told)

    @app.get("/", response_class=HTMLResponse)
    def page() -> Response:
        headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store"}
        return HTMLResponse(
            encoded(render_desk(desk.about(), of_dataset=desk.of_dataset)), headers=headers
        )

    @app.get("/articles/{number}")
    async def opened(number: int) -> Response:
        _refuse_stranger(desk, number)
        return JSONResponse(await run_in_threadpool(desk.open, number))

    @app.get("/found")
    async def found(words: str) -> Response:
        parts = parts_of(words)
        numbers, of = await run_in_threadpool(desk.find, parts)
        about = await run_in_threadpool(desk.about)
        named = [{"number": number, **about[number]} for number in numbers]
        return JSONResponse({"articles": named, "of": of, "parts": parts})

    @app.put("/articles/{number}")
    async def save(number: int, saved: Saved) -> Response:
        _refuse_stranger(desk, number)
        return JSONResponse(await run_in_threadpool(desk.save, number, saved))

    return app


def _refuse_stranger(desk: Reviewed, number: int) -> None:
    if not 0 <= number < len(desk):
        raise HTTPException(404, "tidak ada artikel dengan nomor itu")


async def _told(request: object, error: Exception) -> Response:
    # No status of an error: the page tells it, and a browser's console has nothing to add.
    return JSONResponse({"reason": str(error)})


def _head(before: KnownFacts | None, source: Source) -> dict[str, Any]:
    if before is not None:
        return {key: getattr(before, key) for key in _HEAD}
    return {"article": source.id, "published": source.published}


def _numbered(saved: Saved, kind: Kind) -> list[tuple[int, SavedFact]]:
    return list(enumerate(one for one in saved.facts if one.kind == kind))


def _checked(saved: Saved, head: dict[str, Any]) -> KnownFacts:
    """Return the facts that were sent (raises ValidationError)."""
    lists: dict[str, list[Data]] = {
        kind: [one.data for _, one in _numbered(saved, kind)] for kind in KINDS
    }
    return KnownFacts.model_validate({**head, **lists, "complete": saved.complete})


def _problems(error: ValidationError) -> list[dict[str, Any]]:
    """Return for each fault the kind and place of its fact, the field, and the reason."""
    problems = []
    for found in error.errors():
        place = found["loc"]
        if found["type"] == "listed_twice":
            place = (found["ctx"]["kind"], found["ctx"]["at"])
        kind, at, field = (*place, *("", 0, "")[len(place) :])[:3]
        written = str(found["input"]) if isinstance(found["input"], str | int) else None
        reason = reason_of(found, written)
        problems.append({"kind": kind, "at": at, "field": field, "reason": reason})
    return problems
