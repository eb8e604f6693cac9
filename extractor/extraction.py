"""The extractor: text in, articles out."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import date
from importlib.metadata import version
from itertools import islice
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from extractor.assembly.article import assemble
from extractor.assembly.explanation import Explanation, explain
from extractor.errors import InputError
from extractor.lexicon.resource import lexicon_digest
from extractor.pipeline import make_nlp
from extractor.records import Article, Provenance
from extractor.source import Source
from extractor.text.normalise import normalise
from extractor.tokenizer import StanzaTokenizer


class Extractor:
    """Reads articles. Make one and keep it: it holds the model and the lexicons.

    `nlp` is the spaCy pipeline itself. Not for several threads at once; use one per worker.
    """

    def __init__(self, model: str | Path | None = None) -> None:
        self.nlp: Language = make_nlp(model)
        tokenizer = self.nlp.tokenizer
        assert isinstance(tokenizer, StanzaTokenizer)
        self._tokenizer = tokenizer
        self.provenance = Provenance(
            version=version("faktaberita"),
            model=tokenizer.model_digest[:16],
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
    ) -> Article:
        """Return what the article `text` states.

        `published` (a date or `YYYY-MM-DD`) resolves days that name no year; without it the
        article's own dates are all there is to go by. `id` defaults to a digest of the text.
        Raises InputError when `published` is no date.
        """
        day = parse_published(published)
        source = Source(text, id or text_id(text), title, day, url, publisher)
        return self._batch([source])[0]

    def explain(
        self, text: str, *, id: str | None = None, published: date | str | None = None
    ) -> Explanation:
        """Return what the article `text` states and why: passes, words, the role of each number.

        Raises InputError when `published` is no date.
        """
        source = Source(text, id or text_id(text), None, parse_published(published))
        clean = normalise(source.text)
        doc = self._tokenizer(clean.text)
        dated = self._dated([doc], [source])
        return explain(next(self.nlp.pipe(dated)), clean, source, self.provenance)

    def extract_many(
        self, texts: Iterable[str | Source], *, batch_size: int = 64
    ) -> Iterator[Article]:
        """Yield the article of each text, in order; reads `batch_size` of them at a time.

        The records are the same as those of `extract`, one by one.
        """
        sources = (
            text if isinstance(text, Source) else Source(text, text_id(text)) for text in texts
        )
        while batch := list(islice(sources, batch_size)):
            yield from self._batch(batch)

    def _batch(self, sources: list[Source]) -> list[Article]:
        clean = [normalise(source.text) for source in sources]
        # The zone gives back what spaCy remembers of strings: a long run does not grow in memory.
        with self.nlp.memory_zone():
            docs = self._tokenizer.pipe([text.text for text in clean], batch_size=len(clean))
            read = self.nlp.pipe(self._dated(docs, sources), batch_size=len(sources))
            return [
                assemble(doc, text, source, self.provenance)
                for doc, text, source in zip(read, clean, sources, strict=True)
            ]

    @staticmethod
    def _dated(docs: Iterable[Doc], sources: Iterable[Source]) -> Iterator[Doc]:
        for doc, source in zip(docs, sources, strict=True):
            if source.published:
                doc.user_data["published"] = source.published.isoformat()
            yield doc


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
