"""The page of an article: its text with every fact marked, and the list of facts beside it.

One file without anything from the network. Every value is escaped, and a content security policy
lets nothing run but the page's own script: what a hostile article holds stays text.
"""

import base64
import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from extractor.facts.compare import OUTCOMES, Verdict
from extractor.records import Article
from extractor.report.entries import SECTIONS, VERDICTS, entries_of
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
        "page.html.j2",
        articles=views,
        sections=SECTIONS,
        verdicts=VERDICTS,
        paste=paste,
        message=message,
        title=_title(views),
    )


def encoded(html: str) -> bytes:
    """Return `html` in UTF-8; half a surrogate pair, which has none, as a reference."""
    return html.encode("utf-8", "xmlcharrefreplace")


def render_template(name: str, **values: Any) -> str:
    """Return the template `name` with `values`, the style and script of its name inlined."""
    stem = name.partition(".")[0]
    style = "\n".join((_asset("base.css"), _asset(f"{stem}.css")))
    script = _asset(f"{stem}.js")
    policy = (
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'self'; "
        f"style-src {_digest(style)}; script-src {_digest(script)}"
    )
    return (
        _environment()
        .get_template(name)
        .render(
            # Markup: these are the package's own files, all else is escaped.
            style=Markup(style),
            script=Markup(script),
            policy=policy,
            **values,
        )
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


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("extractor.report", "assets"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _asset(name: str) -> str:
    asset = resources.files("extractor.report") / "assets" / name
    return asset.read_text(encoding="utf-8")


def _digest(content: str) -> str:
    digest = base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()
    return f"'sha256-{digest}'"
