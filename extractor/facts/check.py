"""Checking articles on disk against the known facts beside them."""

from dataclasses import dataclass
from pathlib import Path

from extractor.archive.options import Options
from extractor.archive.streams import SUFFIXES
from extractor.assembly.confidence import sift
from extractor.errors import InputError, KnownFactsError
from extractor.facts.compare import Verdict, compare
from extractor.facts.known import KnownFacts
from extractor.facts.load import SUFFIX, facts_path, load_facts
from extractor.inputs import OPTIONS, Extracts, extract, read_article
from extractor.records import Article
from extractor.source import Source

ARTICLES = (".txt", ".md", ".json", ".html", ".htm")


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


def read_pair(
    known_path: Path,
    article_path: Path | None = None,
    options: Options = OPTIONS,
    *,
    strict: bool = False,
) -> Pair:
    """Return the facts in `known_path` with their article (raises KnownFactsError, InputError).

    Without `article_path` the article is the one of the same name beside the facts; `options` say
    how it is read. `strict` is as in `load_facts`.
    """
    known = load_facts(known_path, strict=strict)
    article_path = article_path or article_beside(known_path)
    source = read_article(article_path, options)
    return Pair(known_path, article_path, known, completed(source, known))


def article_beside(known_path: Path) -> Path:
    """Return the article that the facts file `known_path` lies beside (raises KnownFactsError)."""
    stem = known_path.name.removesuffix(SUFFIX)
    names = [f"{stem}{suffix}{packed}" for suffix in ARTICLES for packed in ("", *SUFFIXES)]
    for name in names:
        if known_path.with_name(name).is_file():
            return known_path.with_name(name)
    raise KnownFactsError(f"{known_path}:1: no {stem}.txt, .md, .json or .html beside it")


def check(pair: Pair, extractor: Extracts, min_confidence: float = 0.0) -> Checked:
    """Return what became of the known facts of `pair`: less probable records do not count."""
    article = sift(extract(extractor, pair.source), min_confidence)
    return Checked(pair, article, compare(article, pair.known))


def _beside(path: Path) -> Path:
    known_path = facts_path(path)
    if not known_path.is_file():
        raise InputError(f"{path}: no {known_path.name} beside it (`fakta draft` writes one)")
    return known_path


def completed(source: Source, known: KnownFacts) -> Source:
    """Return `source` with what its file does not say from the facts file."""
    return Source(
        text=source.text,
        id=known.article or source.id,
        title=source.title or known.title,
        published=source.published or known.published,
        url=source.url or known.url,
        publisher=source.publisher or known.publisher,
    )
