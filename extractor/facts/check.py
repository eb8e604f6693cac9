"""Checking articles on disk against the known facts beside them."""

from dataclasses import dataclass
from pathlib import Path

from extractor.assembly.confidence import sift
from extractor.errors import InputError, KnownFactsError
from extractor.facts.compare import Verdict, compare
from extractor.facts.known import KnownFacts
from extractor.facts.load import SUFFIX, load_facts
from extractor.inputs import Extracts, extract, read_article
from extractor.records import Article
from extractor.source import Source


@dataclass(frozen=True, slots=True)
class Pair:
    """A facts file, what it knows, and the article beside it."""

    facts_path: Path
    article_path: Path
    known: KnownFacts
    source: Source


@dataclass(frozen=True, slots=True)
class Checked:
    """An article, and what became of the facts that are known of it."""

    pair: Pair
    article: Article
    verdicts: tuple[Verdict, ...]


def facts_files(path: Path) -> list[Path]:
    """Return the facts files that `path` names: those in a folder, or the one beside an article.

    Raises InputError for a path that is not there, or a folder without any facts file.
    """
    if path.is_dir():
        found = sorted(path.rglob(f"*{SUFFIX}"))
        if not found:
            raise InputError(f"{path}: no {SUFFIX} file in this folder")
        return found
    if not path.exists():
        raise InputError(f"{path}: no such file or directory")
    return [path if path.name.endswith(SUFFIX) else _beside(path)]


def read_pair(facts_path: Path, article_path: Path | None = None) -> Pair:
    """Return the facts in `facts_path` with their article (raises KnownFactsError, InputError).

    Without `article_path` the article is the one of the same name beside the facts.
    """
    known = load_facts(facts_path)
    article_path = article_path or _article_beside(facts_path)
    return Pair(facts_path, article_path, known, _completed(read_article(article_path), known))


def _article_beside(facts_path: Path) -> Path:
    stem = facts_path.name.removesuffix(SUFFIX)
    paths = [facts_path.with_name(stem + suffix) for suffix in (".txt", ".json")]
    article_path = next((path for path in paths if path.is_file()), None)
    if article_path is None:
        raise KnownFactsError(f"{facts_path}:1: no {paths[0].name} or {paths[1].name} beside it")
    return article_path


def check(pair: Pair, extractor: Extracts, min_confidence: float = 0.0) -> Checked:
    """Return what became of the known facts of `pair`: less probable records do not count."""
    article = sift(extract(extractor, pair.source), min_confidence)
    return Checked(pair, article, compare(article, pair.known))


def _beside(path: Path) -> Path:
    facts_path = path.with_name(path.stem + SUFFIX)
    if not facts_path.is_file():
        raise InputError(f"{path}: no {facts_path.name} beside it")
    return facts_path


def _completed(source: Source, known: KnownFacts) -> Source:
    """Fill what the article's file does not say from the facts file."""
    return Source(
        text=source.text,
        id=known.article,
        title=source.title or known.title,
        published=source.published or known.published,
        url=source.url or known.url,
        publisher=source.publisher or known.publisher,
    )
