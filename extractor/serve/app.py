"""The HTTP application: an article's records as JSON, and a page to paste an article into."""

import asyncio
import logging
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import PurePath
from typing import Annotated, Literal

from fastapi import FastAPI, File, Form, HTTPException, Request, Response, UploadFile
from fastapi.concurrency import run_in_threadpool
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse
from fastapi_offline import FastAPIOffline
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from extractor.archive.headline import headline
from extractor.archive.items import Reject
from extractor.errors import FaktaError, InputError
from extractor.extraction import parse_published, text_id
from extractor.inputs import read_stream
from extractor.records import Article, Provenance
from extractor.report.html import encoded
from extractor.report.page import Seen, render_page
from extractor.serve.guards import InTime, OwnOrigin, TrustedHost
from extractor.serve.worker import BusyError, TookTooLongError
from extractor.source import Source

Reads = Callable[[Source, float], Article]
"""Reads an article within so many seconds: `Workers.read`."""

_STATUS: dict[type[FaktaError], int] = {InputError: 422, TookTooLongError: 504, BusyError: 503}
_BROKEN = "the service failed at this article"
_PROBLEMS = {
    500: "Berita ini tidak dapat dibaca karena kesalahan di server.",
    413: "Berita terlalu panjang.",
    422: "Berita tidak dapat dibaca.",
    503: "Server sedang sibuk; coba lagi sebentar.",
    504: "Berita terlalu lama dibaca.",
}
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OF_ALL = {400: {"description": "No JSON in UTF-8, or asked for under a name that is not allowed"}}
_REFUSALS = {
    403: {"description": "Sent by a page of another site"},
    408: {"description": "Not sent within `--seconds`"},
    413: {"description": "More bytes than `--max-bytes`"},
    500: {"description": "A mistake of the service at this article"},
    503: {"description": "No worker was free in time; try again"},
    504: {"description": "Not read within `--seconds`"},
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How large a request may be, in bytes, and how long an article may take, in seconds.

    `articles` is how many a batch may hold, `lanes` how many of them are read at once.
    """

    bytes: int = 1_000_000
    seconds: float = 30.0
    articles: int = 100
    lanes: int = 1


def _iso_day(told: object) -> object:
    """Return `told`; raise ValueError for a number, which is no day but seconds since 1970."""
    if told is None or (isinstance(told, str) and _DAY.match(told)):
        return told
    raise ValueError("must be a day of the form YYYY-MM-DD")


class NewArticle(BaseModel):
    """An article to read; `published` settles the days that name no year."""

    model_config = ConfigDict(extra="forbid")

    text: Annotated[str, Field(min_length=1)]
    id: Annotated[str, Field(min_length=1)] | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: Annotated[date | None, BeforeValidator(_iso_day)] = None

    def source(self) -> Source:
        """Return the article as the extractor takes it."""
        id = self.id or text_id(self.text)
        return Source(self.text, id, self.title, self.published, self.url, self.publisher)


class NewArticles(BaseModel):
    """Articles to read, in the order in which they are answered."""

    model_config = ConfigDict(extra="forbid")

    articles: Annotated[list[NewArticle], Field(min_length=1)]


class Problem(BaseModel):
    """Why an article could not be read: the status that it would have alone, and the reason."""

    status: int
    detail: str


class Outcome(BaseModel):
    """What became of an article of a batch: its records, or why there are none."""

    id: str
    article: Article | None = None
    problem: Problem | None = None


class Outcomes(BaseModel):
    """One outcome for each article of a batch, in their order."""

    outcomes: list[Outcome]


class Readiness(BaseModel):
    """Whether an article would be read at once, or the model is still being loaded."""

    status: Literal["ready", "loading"]


class Health(BaseModel):
    """The service answers; what it makes is told by the version and the digests."""

    status: str
    provenance: Provenance


def create_app(
    read: Reads,
    provenance: Provenance,
    limits: Limits | None = None,
    ready: Callable[[], bool] = lambda: True,
    hosts: Sequence[str] = ("*",),
) -> FastAPI:
    """Return the application, which reads articles by `read` within `limits`.

    `ready` tells whether what reads them has been loaded. `hosts` are the names under which it may
    be asked for; `*` is any.
    """
    limits = limits or Limits()
    # The usual page of documentation loads its script from elsewhere; this one has it here.
    app = FastAPIOffline(
        title="faktaberita",
        version=provenance.version,
        summary="Facts from Indonesian news as validated records.",
        redoc_url=None,
        swagger_ui_parameters={"validatorUrl": None},
        max_body_size=limits.bytes,
        responses={code: dict(told) for code, told in _OF_ALL.items()},
    )
    app.add_exception_handler(FaktaError, _told)
    app.add_exception_handler(RequestValidationError, _invalid)
    app.add_exception_handler(Exception, _broken)
    # The last is asked first.
    app.add_middleware(InTime, seconds=limits.seconds)
    app.add_middleware(OwnOrigin, hosts=hosts)
    app.add_middleware(TrustedHost, allowed_hosts=list(hosts), www_redirect=False)
    _add_records(app, read, limits)
    _add_batch(app, read, limits)
    _add_page(app, read, limits)

    @app.get("/health")
    def health() -> Health:
        """Tell that the service answers."""
        return Health(status="ok", provenance=provenance)

    @app.get("/ready", responses={503: {"model": Readiness, "description": "Not yet"}})
    def readiness(response: Response) -> Readiness:
        """Tell whether an article would be read at once."""
        if ready():
            return Readiness(status="ready")
        response.status_code = 503
        response.headers["Retry-After"] = "1"
        return Readiness(status="loading")

    return app


def _add_records(app: FastAPI, read: Reads, limits: Limits) -> None:
    @app.post("/articles", responses={code: dict(told) for code, told in _REFUSALS.items()})
    async def extract(article: NewArticle) -> Article:
        """Return everything that the article states."""
        return await run_in_threadpool(read, article.source(), limits.seconds)


def _add_batch(app: FastAPI, read: Reads, limits: Limits) -> None:
    lanes = asyncio.Semaphore(limits.lanes)

    async def one(article: NewArticle) -> Outcome:
        source = article.source()
        async with lanes:
            try:
                found = await run_in_threadpool(read, source, limits.seconds)
            except FaktaError as error:
                problem = Problem(status=_status(error), detail=str(error))
                return Outcome(id=source.id, problem=problem)
            except RuntimeError:
                logging.getLogger(__name__).exception("an article of a batch failed")
                return Outcome(id=source.id, problem=Problem(status=500, detail=_BROKEN))
        return Outcome(id=source.id, article=found)

    # What happens to an article of a batch stands in its outcome.
    @app.post(
        "/articles/batch", responses={code: dict(_REFUSALS[code]) for code in (403, 408, 413)}
    )
    async def extract_batch(batch: NewArticles) -> Outcomes:
        """Return everything that each article states; one that fails costs no other."""
        if len(batch.articles) > limits.articles:
            raise HTTPException(413, f"more than {limits.articles} articles")
        return Outcomes(outcomes=list(await asyncio.gather(*map(one, batch.articles))))


def _add_page(app: FastAPI, read: Reads, limits: Limits) -> None:
    @app.get("/", response_class=HTMLResponse, include_in_schema=False)
    def empty() -> Response:
        return _page(render_page([], paste=True))

    @app.post("/", response_class=HTMLResponse, include_in_schema=False)
    async def shown(
        text: Annotated[str, Form()] = "",
        published: Annotated[str, Form()] = "",
        file: Annotated[UploadFile | None, File()] = None,
    ) -> Response:
        try:
            day = parse_published(published or None)
            if file is not None and file.filename:
                sources = await run_in_threadpool(_of_file, file, limits.articles)
            else:
                # A form sends its lines with carriage returns, which were not in what was pasted.
                sources = _of_text(text.replace("\r\n", "\n"))
            dated = [replace(one, published=day or one.published) for one in sources]
            read_all = [await run_in_threadpool(read, one, limits.seconds) for one in dated]
        except _RefusedError as refused:
            return _page(render_page([], paste=True, message=str(refused)), 422)
        except FaktaError as error:
            code = _status(error)
            return _page(render_page([], paste=True, message=_PROBLEMS[code]), code)
        return _page(render_page([Seen(article) for article in read_all], paste=True))


class _RefusedError(Exception):
    """Raised with what a person is told of something that is no article."""


def _of_text(text: str) -> list[Source]:
    if not text.strip():
        raise _RefusedError("Tempel dulu sebuah berita, atau pilih berkasnya.")
    return [Source(text, text_id(text), headline(text) or "Berita yang ditempel")]


def _of_file(file: UploadFile, most: int) -> list[Source]:
    """Return the articles in `file`, whatever its format, `most` at most (raises _RefusedError)."""
    name = PurePath(file.filename or "").name
    found = list(islice(read_stream(file.file, name), most + 1))
    sources = [one for one in found if isinstance(one, Source)]
    if len(found) > most:
        raise _RefusedError(f"{name}: lebih dari {most} berita.")
    if not sources:
        refused = [one for one in found if isinstance(one, Reject)]
        reason = refused[0].reason if refused else "kosong"
        raise _RefusedError(f"{name}: tidak ada berita yang dapat dibaca di dalamnya ({reason}).")
    return sources


def _page(html: str, status: int = 200) -> Response:
    # With "no-referrer" a browser would not say either that the page's own form is its own.
    headers = {"X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin"}
    return HTMLResponse(encoded(html), status, headers)


def _status(error: FaktaError) -> int:
    return next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)


async def _told(request: Request, error: Exception) -> Response:
    assert isinstance(error, FaktaError)
    return JSONResponse({"detail": str(error)}, _status(error))


async def _broken(request: Request, error: Exception) -> Response:
    """Tell that it is the service's fault; what went wrong stands in its log."""
    if request.url.path == "/":
        return _page(render_page([], paste=True, message=_PROBLEMS[500]), 500)
    return JSONResponse({"detail": _BROKEN}, 500)


async def _invalid(request: Request, error: Exception) -> Response:
    """Tell what is wrong and where, without sending back what may be a whole article."""
    assert isinstance(error, RequestValidationError)
    told = [{name: problem[name] for name in ("type", "loc", "msg")} for problem in error.errors()]
    return JSONResponse({"detail": told}, 422)
