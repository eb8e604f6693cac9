"""The page of an article: its text with every fact marked, and the list of facts beside it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from extractor.facts.compare import OUTCOMES, Verdict
from extractor.records import Article
from extractor.report.entries import SECTIONS, VERDICTS, entries_of
from extractor.report.html import render_template
from extractor.report.marking import paragraphs


@dataclass(frozen=True, slots=True)
class Seen:
    """An article for the page; `verdicts` is None when no facts are known of it."""

    article: Article
    verdicts: tuple[Verdict, ...] | None = None


def render_page(seen: Sequence[Seen], *, paste: bool = False, message: str = "") -> str:
    """Return the HTML of a page on which each of `seen` is shown, in that order.

    `paste` puts a form before them that posts an article's `text` and `published` to `/`;
    `message` is told above it.
    """
    views = [_view(one, f"a{number}-") for number, one in enumerate(seen)]
    return render_template(
        "page",
        articles=views,
        sections=SECTIONS,
        verdicts=VERDICTS,
        paste=paste,
        message=message,
        title=_title(views),
    )


def _view(seen: Seen, prefix: str) -> dict[str, Any]:
    article = seen.article
    entries = entries_of(article, seen.verdicts or (), prefix)
    outcomes = Counter(verdict.verdict for verdict in seen.verdicts or ())
    about = (article.publisher, article.published and article.published.isoformat())
    return {
        "prefix": prefix,
        "article": article,
        "heading": article.title or article.id,
        "about": [part for part in (*about, article.dateline) if part],
        "lines": paragraphs(article.text, entries),
        "entries": {s.kind: [e for e in entries if e.kind == s.kind] for s in SECTIONS},
        "checked": seen.verdicts is not None,
        "outcomes": [(outcome, outcomes[outcome]) for outcome in OUTCOMES if outcomes[outcome]],
        "known": sum(outcomes.values()) - outcomes["unexpected"],
        "confirmed": outcomes["confirmed"],
    }


def _title(views: Sequence[dict[str, Any]]) -> str:
    if not views:
        return "faktaberita"
    more = f" dan {len(views) - 1} lainnya" if len(views) > 1 else ""
    return f"{views[0]['heading']}{more} · faktaberita"
