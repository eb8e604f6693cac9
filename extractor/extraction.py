"""The extractor: text in, articles out."""

import hashlib
import threading
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from datetime import date
from functools import partial
from importlib.metadata import version
from itertools import islice
from pathlib import Path
from typing import overload

from spacy.language import Language
from spacy.tokens import Doc

from extractor.assembly.article import assemble
from extractor.assembly.confidence import check_confidence, sift
from extractor.assembly.explanation import Explanation, explain
from extractor.errors import InputError
from extractor.failure import Failure
from extractor.lexicon.own import OwnWords, own_words, pin, use
from extractor.lexicon.resource import lexicon_digest
from extractor.links.weights import model_digest
from extractor.mentions.surface import keep_private
from extractor.pipeline import COMPONENTS, make_nlp
from extractor.records import Article, Provenance
from extractor.source import Source
from extractor.stream import Read, stream
from extractor.text.normalise import Normalised, normalise
from extractor.tokenizer import StanzaTokenizer

# spaCy's strings are forgotten with the article that they were read in, and what is looked up of a
# Doc is kept for all extractors: one reads at a time, whoever asks from which thread.
_READING = threading.RLock()
# Articles that a worker gets at once: few enough that all end at much the same time.
_SHARE = 32
# Words that the vocabulary keeps, a few megabytes: nearly all that most articles have.
_KEPT_WORDS = 25_000


class Extractor:
    """Reads articles. Make one and keep it: it holds the model and the lexicons.

    `min_confidence` holds for every article that is not asked for with another one. `lexicon` is as
    in `extractor.load`.
    Several threads may use one at once: they take turns, and `processes` is what makes it faster.
    `nlp` is the spaCy pipeline itself, which is for one thread at a time.
    """

    def __init__(
        self,
        model: str | Path | None = None,
        *,
        min_confidence: float = 0.0,
        lexicon: OwnWords | str | Path | None = None,
    ) -> None:
        if lexicon is not None:
            use(lexicon)
        pin()
        self._model = model
        self._min_confidence = check_confidence(min_confidence)
        with _READING:
            self.nlp: Language = make_nlp(model)
        tokenizer = self.nlp.tokenizer
        assert isinstance(tokenizer, StanzaTokenizer)
        self._tokenizer = tokenizer
        self.provenance = Provenance(
            version=version("faktaberita"),
            model=model_digest(tokenizer.model_digest)[:16],
            lexicon=lexicon_digest()[:16],
        )

    def extract(
        self,
        text: str,
        *,
        id: str | None = None,
        title: str | None = None,
        published: date | str | None = None,
        url: str | None = None,
        publisher: str | None = None,
        min_confidence: float | None = None,
    ) -> Article:
        """Return what the article `text` states.

        `published` (a date or `YYYY-MM-DD`) resolves days that name no year; without it the
        article's own dates are all there is to go by. `id` defaults to a digest of the text.
        A record that is less probable than `min_confidence` becomes a finding; below 0.5 it has
        no effect on scores and ranks. Raises InputError when `published` is no date or a text no
        Unicode text, ValueError when `min_confidence` is not from 0 to 1.
        """
        minimum = self._minimum(min_confidence)
        day = parse_published(published)
        source = Source(text, id or text_id(text), title, day, url, publisher)
        return sift(self._batch([source])[0], minimum)

    def explain(
        self, text: str, *, id: str | None = None, published: date | str | None = None
    ) -> Explanation:
        """Return what the article `text` states and why: decisions, words, what each number is.

        Raises InputError when `published` is no date or `text` no Unicode text.
        """
        source = Source(text, id or text_id(text), None, parse_published(published))
        source.check()
        clean = normalise(source.text)
        with _READING:
            doc = self._tokenizer(clean.text)
            ready = self._ready([doc], [clean], [source])
            return explain(next(self.nlp.pipe(ready)), clean, source, self.provenance)

    @overload
    def extract_many(
        self,
        texts: Iterable[str | Source],
        *,
        batch_size: int = 64,
        processes: None = None,
        min_confidence: float | None = None,
    ) -> Iterator[Article]: ...

    @overload
    def extract_many(
        self,
        texts: Iterable[str | Source],
        *,
        batch_size: int = 64,
        processes: int,
        min_confidence: float | None = None,
    ) -> Iterator[Article | Failure]: ...

    def extract_many(
        self,
        texts: Iterable[str | Source],
        *,
        batch_size: int = 64,
        processes: int | None = None,
        min_confidence: float | None = None,
    ) -> Iterator[Article] | Iterator[Article | Failure]:
        """Yield the article of each text, in order; reads `batch_size` of them at a time.

        The records are the same as those of `extract`, one by one. With `processes` that many
        workers read them, each with a model and a thread of its own (about 500 MB); they start
        with the first article asked for and end with the last one, so ask for many at once. No
        more than a few batches are held at a time.

        Without `processes` an article that cannot be read raises (InputError when its text is no
        Unicode text) and ends the run. With it, a Failure stands in its place and the run goes on,
        also when a worker is killed: what that worker had is read once more. Raises ValueError
        when a number is below 1 or `min_confidence`, which is as in `extract`, not from 0 to 1;
        WorkerError when workers cannot start.
        """
        if batch_size < 1 or (processes is not None and processes < 1):
            raise ValueError("batch_size and processes must be 1 or more")
        sources = (
            text if isinstance(text, Source) else Source(text, text_id(text)) for text in texts
        )
        minimum = self._minimum(min_confidence)
        if processes is None:
            return (sift(article, minimum) for article in self._in_batches(sources, batch_size))
        make = partial(make_read, self._model, own_words())
        size = min(batch_size, _SHARE)
        outcomes = stream(sources, make, processes=processes, batch_size=size)
        return (
            outcome if isinstance(outcome, Failure) else sift(outcome, minimum)
            for outcome in outcomes
        )

    def _minimum(self, asked: float | None) -> float:
        return self._min_confidence if asked is None else check_confidence(asked)

    def _in_batches(self, sources: Iterator[Source], batch_size: int) -> Iterator[Article]:
        while batch := list(islice(sources, batch_size)):
            yield from self._batch(batch)

    def attempt_many(self, sources: list[Source]) -> list[Article | Failure]:
        """Return the article of each source, or why it has none; one costs no other."""
        try:
            return list(self._batch(sources))
        except Exception:  # noqa: BLE001 (whatever it is, an article of the batch has it)
            return [self._attempt(source) for source in sources]

    def _attempt(self, source: Source) -> Article | Failure:
        try:
            return self._batch([source])[0]
        except Exception as error:  # noqa: BLE001 (told in the Failure, with its words)
            words = " ".join(str(error).split())[:300]
            return Failure(source, "error", f"{type(error).__name__}: {words}")

    def _batch(self, sources: list[Source]) -> list[Article]:
        for source in sources:
            source.check()
        clean = [normalise(source.text) for source in sources]
        with _READING, self._zone():
            docs = self._tokenizer.pipe([text.text for text in clean], batch_size=len(clean))
            read = self._read(list(self._ready(docs, clean, sources)))
            return [
                assemble(doc, text, source, self.provenance)
                for doc, text, source in zip(read, clean, sources, strict=True)
            ]

    def _zone(self) -> AbstractContextManager[object]:
        """Return what a batch is read in, so that a long run does not grow in memory.

        The words of the first batches are kept: spaCy takes long to describe a word anew. Those of
        later ones are forgotten with their batch, and so is every other string.
        """
        full = len(self.nlp.vocab) >= _KEPT_WORDS
        return self.nlp.memory_zone() if full else nullcontext()

    def _read(self, docs: list[Doc]) -> Iterable[Doc]:
        """Return `docs` with their mentions.

        Each component reads all of them before the next one does: what the processor keeps near is
        then what that component needs, a tenth of the time.
        """
        if not self._is_ours:
            return self.nlp.pipe(docs, batch_size=len(docs))
        for _, component in self.nlp.pipeline:
            docs = [component(doc) for doc in docs]
        return docs

    @property
    def _is_ours(self) -> bool:
        """Whether no one but our components reads the documents."""
        return tuple(self.nlp.pipe_names) == COMPONENTS

    def _ready(
        self, docs: Iterable[Doc], clean: Iterable[Normalised], sources: Iterable[Source]
    ) -> Iterator[Doc]:
        """Yield each document with its day of publication; private where it is read by us alone."""
        ours = self._is_ours
        for doc, text, source in zip(docs, clean, sources, strict=True):
            if source.published:
                doc.user_data["published"] = source.published.isoformat()
            if ours:
                keep_private(doc, text.text)
            yield doc


def make_read(model: str | Path | None, lexicon: OwnWords) -> Read:
    """Return what a worker reads articles with."""
    return Extractor(model, lexicon=lexicon).attempt_many


def parse_published(published: date | str | None) -> date | None:
    """Return the day of publication (InputError when it is no ISO date)."""
    if published is None or isinstance(published, date):
        return published
    try:
        return date.fromisoformat(published)
    except ValueError as error:
        raise InputError(f"published: {published!r} is no date of the form YYYY-MM-DD") from error


def text_id(text: str) -> str:
    """Return the default id of a text: a digest, so that equal texts have equal ids."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
