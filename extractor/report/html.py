"""Pages that are one file: style and script inlined, nothing from the network, values escaped.

A content security policy lets nothing run but the scripts that the page was made with: what a
hostile article holds stays text, even were a value ever written without escaping.
"""

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib import resources
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup


def encoded(html: str) -> bytes:
    """Return `html` in UTF-8; half a surrogate pair, which has none, as a reference."""
    return html.encode("utf-8", "xmlcharrefreplace")


def render_template(
    stem: str,
    *,
    assets: Sequence[str] = (),
    drawn: bool = False,
    asks: bool = False,
    **values: Any,
) -> str:
    """Return the template `stem` with `values`, the style and script of its name inlined.

    `assets` names scripts of the package to run before its own; with `drawn` they may set styles
    of elements, with `asks` they may ask the server that the page came from.
    """
    style = "\n".join((_asset("base.css"), _asset(f"{stem}.css")))
    scripts = [*map(_asset, assets), _asset("base.js"), _asset(f"{stem}.js")]
    styles = "'unsafe-inline'" if drawn else _digest(style)
    connect = "connect-src 'self'; " if asks else ""
    policy = (
        "default-src 'none'; img-src data:; base-uri 'none'; form-action 'self'; "
        f"{connect}style-src {styles}; script-src {' '.join(map(_digest, scripts))}"
    )
    template = _environment().get_template(f"{stem}.html.j2")
    # Markup: these are the package's own files, and all else is escaped.
    own = {"style": Markup(style), "scripts": [Markup(script) for script in scripts]}
    return template.render(policy=policy, **own, **values)


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
