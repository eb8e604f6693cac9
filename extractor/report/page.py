"""The page of an article: its text with every fact marked, and the list of facts beside it."""

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from extractor.facts.compare import OUTCOMES, Verdict
from extractor.records import Article
from extractor.report.entries import SECTIONS, VERDICTS, entries_of
from extractor.report.html import render_template
from extractor.report.marking import paragraphs

# What may be wrong in the article itself, told first.
_WARNINGS = ("warning", "error")


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
        labels={section.kind: section.label for section in SECTIONS},
        verdicts=VERDICTS,
        paste=paste,
        message=message,
        records=Markup(_json(seen)) if paste and seen else "",
        title=_title(views),
    )


def _json(seen: Sequence[Seen]) -> str:
    """Return the records of `seen` as `fakta extract --format json` has them, fit for a script."""
    records = [one.article.model_dump(mode="json") for one in seen]
    # In a script element nothing is unescaped but its end.
    return json.dumps(records, ensure_ascii=False, indent=2).replace("<", "\\u003c")


def _view(seen: Seen, prefix: str) -> dict[str, Any]:
    article = seen.article
    entries = entries_of(article, seen.verdicts or (), prefix)
    kept = [entry for entry in entries if entry.severity not in _WARNINGS]
    outcomes = Counter(verdict.verdict for verdict in seen.verdicts or ())
    about = (article.publisher, article.published and article.published.isoformat())
    return {
        "prefix": prefix,
        "article": article,
        "heading": article.title or article.id,
        "about": [part for part in (*about, article.dateline) if part],
        "lines": paragraphs(article.text, entries),
        "warnings": [entry for entry in entries if entry.severity in _WARNINGS],
        "entries": {s.kind: [e for e in kept if e.kind == s.kind] for s in SECTIONS},
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
