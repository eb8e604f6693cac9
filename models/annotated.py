"""Annotated lines: the test data of every kind of mention and record.

A line is a piece of news with the expected mentions tagged in it:

    Kota <region code=33.74>Semarang</region> meraih indeks <score value=4.21>4,21</score>

Words before the text that begin with `!` are directives: `!xfail="the reason"` marks a known
failure, `!published=2025-01-04` gives the day of publication. `#` begins a comment. A value with
spaces stands in double quotes. Each file annotates one kind, named by its tags; an untagged line
says that nothing of the kind is found there.
"""

import re
from dataclasses import dataclass
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "fixtures" / "examples"
_TAG = re.compile(
    r"<(?P<kind>[a-z]+)(?P<attrs>(?: [a-z_]+=(?:\"[^\"]*\"|[^\s>]*))*)>|</(?P<close>[a-z]+)>"
)
_DIRECTIVE = re.compile(r"!([a-z]+)(?:=(?:\"([^\"]*)\"|([^\s\"]\S*)?))?(?:\s+|$)")
_ATTR = re.compile(r"([a-z_]+)=(?:\"([^\"]*)\"|([^\s>]*))")


@dataclass(frozen=True)
class Tagged:
    """One tagged stretch: character offsets into the clean text, and what it must mean."""

    start: int
    end: int
    attributes: dict[str, str]


@dataclass(frozen=True)
class Example:
    """One line of an examples file, tags taken out."""

    id: str
    text: str
    tagged: tuple[Tagged, ...]
    published: str | None = None
    xfail: str = ""
    """Why the line fails, if it is known to."""


def load(kind: str) -> list[Example]:
    """Return the examples of `fixtures/examples/<kind>.txt`."""
    lines = (EXAMPLES / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    return [
        parse(line, f"{kind}:{number}")
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.startswith("#")
    ]


def parse(line: str, id: str) -> Example:
    """Return the example that `line` writes down.

    Raises ValueError when its tags do not nest, or a directive is unknown or lacks what it needs.
    """
    directives, line = _directives(line, id)
    text, tagged, opened, at = "", [], [], 0
    for match in _TAG.finditer(line):
        text += line[at : match.start()]
        at = match.end()
        if match["kind"]:
            attributes = {
                name: quoted or bare for name, quoted, bare in _ATTR.findall(match["attrs"])
            }
            opened.append((len(text), match["kind"], attributes))
            continue
        if not opened or opened[-1][1] != match["close"]:
            raise ValueError(f"{id}: </{match['close']}> closes nothing")
        start, _, attributes = opened.pop()
        tagged.append(Tagged(start, len(text), attributes))
    if opened:
        raise ValueError(f"{id}: <{opened[-1][1]}> is never closed")
    tagged.sort(key=lambda tag: (tag.start, tag.end))
    return Example(id, text + line[at:], tuple(tagged), **directives)


def _directives(line: str, id: str) -> tuple[dict[str, str], str]:
    """Return the directives before the text of `line`, and the text."""
    directives: dict[str, str] = {}
    while line.startswith("!"):
        match = _DIRECTIVE.match(line)
        if match is None or match[1] not in ("xfail", "published"):
            raise ValueError(f"{id}: unknown directive {line.split()[0]!r}")
        directives[match[1]] = value = (match[2] or match[3] or "").strip()
        if not value:
            needed = "its reason" if match[1] == "xfail" else "its day"
            raise ValueError(f'{id}: !{match[1]} lacks {needed}: !{match[1]}="…"')
        line = line[match.end() :]
    return directives, line
