"""Writing a facts file: one line for each fact, as people keep them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import yaml

from extractor.facts.known import KINDS, Fact, Kind, KnownFacts

Data = str | dict[str, Any]
"""A fact as YAML holds it: a code or a name, or a mapping."""

_HEAD = ("article", "title", "url", "publisher", "published")


@dataclass(frozen=True, slots=True)
class Line:
    """A fact to write, with a remark behind it; one that is `out` is written as a comment.

    `kept` is how it stands in the file already, comments and all: it stays so.
    """

    data: Data
    remark: str = ""
    out: bool = False
    kept: str = ""


class _Dumper(yaml.SafeDumper):
    """Writes numbers with the digits that they have, and every text in one line."""


# In single quotes a break is folded, and U+0085 comes back as another one.
_BREAKS = re.compile("[\n\r\x85\u2028\u2029]")
_Dumper.add_representer(
    str,
    lambda dumper, value: dumper.represent_scalar(
        "tag:yaml.org,2002:str", value, style='"' if _BREAKS.search(value) else None
    ),
)
_Dumper.add_representer(
    Decimal,
    lambda dumper, value: dumper.represent_scalar(
        f"tag:yaml.org,2002:{'float' if '.' in f'{value:f}' else 'int'}", f"{value:f}"
    ),
)


def facts_text(
    head: Mapping[str, Any], lists: Mapping[Kind, Sequence[Line]], remarks: Iterable[str] = ()
) -> str:
    """Return the content of a facts file: `head` holds its other keys, `remarks` stand above."""
    lines = [f"# {remark}" for remark in remarks]
    lines += [f"{key}: {flow(value)}" for key, value in head.items() if value is not None]
    for kind in KINDS:
        facts = lists.get(kind, ())
        lines.append(f"{kind}:" if any(not fact.out for fact in facts) else f"{kind}: []")
        lines += [_line(fact) for fact in facts]
    return "\n".join(lines) + "\n"


def known_text(
    known: KnownFacts,
    kept: Mapping[tuple[Kind, Fact], str] = MappingProxyType({}),
    remarks: Iterable[str] = (),
) -> str:
    """Return `known` as the content of a facts file.

    `kept` tells how facts stand in it already; `remarks` are its first lines.
    """
    head = {key: getattr(known, key) for key in _HEAD}
    if known.published is not None:
        head["published"] = known.published.isoformat()
    lists = {
        kind: [Line(data_of(fact), kept=kept.get((kind, fact), "")) for fact in known.of(kind)]
        for kind in KINDS
    }
    return facts_text({**head, "complete": known.complete}, lists, remarks)


def data_of(fact: Fact) -> Data:
    """Return `fact` as YAML holds it: what it states, and `null` where it says that none is."""
    if isinstance(fact, str):
        return fact
    return {name: value for name, value in fact if name in fact.model_fields_set}


def _line(fact: Line) -> str:
    if fact.kept:
        return fact.kept
    remark = f"  # {fact.remark}" if fact.remark else ""
    return f"{'# ' if fact.out else ''}- {flow(fact.data)}{remark}"


def flow(value: Any) -> str:
    """Return `value` as YAML in one line."""
    written = yaml.dump(
        value,
        Dumper=_Dumper,
        default_flow_style=True,
        allow_unicode=True,
        sort_keys=False,
        width=float("inf"),
    )
    # A bare scalar comes with the end of its document.
    return written.removesuffix("\n").removesuffix("\n...").rstrip()
