"""Articles in JSON as content systems have them: values in wrappers, in envelopes, in lists.

WordPress puts a text as `{"rendered": …}`, Drupal as `[{"value": …}]`, MongoDB a day as `{"$date":
…}`; interfaces answer with `{"data": {"attributes": {…}}}` or `{"posts": [{…}, {…}]}`.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Any

from extractor.lexicon.fields import field_names, fold

_DEPTH = 4


def value_at(row: Mapping[str, Any], name: str) -> Any:
    """Return what `row` has under `name`, which may be a path: `content.rendered`."""
    value: Any = row
    if name in row:
        return row[name]
    for part in name.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return None
        value = value[part]
    return value


def plain(value: Any, depth: int = 0) -> str | None:
    """Return the words or the number that `value` is, without its wrapper; None for neither."""
    if isinstance(value, str):
        return value
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Mapping) and depth < _DEPTH:
        inner = (value[name] for name in field_names().wrappers if name in value)
        return next((found for one in inner if (found := plain(one, depth + 1)) is not None), None)
    if isinstance(value, list) and len(value) == 1:
        return plain(value[0], depth + 1)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return str(value)


def words(value: Any) -> str | None:
    """Return the text that `value` is; a list of paragraphs is one, a number is none."""
    if isinstance(value, list) and value:
        parts = [words(part) for part in value if not isinstance(part, list)]
        known = [part for part in parts if part is not None]
        return "\n".join(known) if len(known) == len(value) else None
    return plain(value) if isinstance(value, str | Mapping) else None


def article_in(row: Mapping[str, Any], names: Iterable[str], depth: int = 0) -> Mapping[str, Any]:
    """Return the article in `row`, out of its envelopes; `row` itself when no text is in them.

    `names` are those that a text may have, folded. What an envelope says beside counts too.
    """
    known = frozenset(names)
    if depth >= _DEPTH or _has_text(row, known):
        return row
    for name, inner in _inner(row):
        if isinstance(inner, Mapping):
            outer = {key: value for key, value in row.items() if key != name}
            found = article_in({**outer, **inner}, known, depth + 1)
            if _has_text(found, known):
                return found
    return row


def articles_in(content: Mapping[str, Any], names: Iterable[str], depth: int = 0) -> list[Any]:
    """Return the articles of an answer that lists some; none when `content` is no such answer."""
    known = frozenset(names)
    if depth >= _DEPTH or _has_text(article_in(content, known), known):
        return []
    for _, inner in _inner(content):
        if isinstance(inner, list) and inner and all(isinstance(one, dict) for one in inner):
            return inner
        if isinstance(inner, Mapping) and (found := articles_in(inner, known, depth + 1)):
            return found
    return []


def _has_text(row: Mapping[str, Any], names: frozenset[str]) -> bool:
    for name, value in row.items():
        folded = fold(str(name))
        # `article` may be the text, or an article.
        is_article = folded in field_names().envelopes and isinstance(value, Mapping)
        is_text = folded in names and words(value) is not None
        if is_text and not (is_article and _has_text(value, names)):
            return True
    return any("." in name and words(value_at(row, name)) is not None for name in names)


def _inner(row: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """Yield what may hold an article or more, the surest first."""
    folded = {fold(str(name)): name for name in row}
    for name in field_names().envelopes:
        if name in folded:
            yield folded[name], row[folded[name]]
