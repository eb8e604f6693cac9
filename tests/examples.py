"""Annotated lines: the test data of every kind of mention and record.

A line is a piece of news with the expected mentions tagged in it:

    Kota <region code=33.74>Semarang</region> meraih indeks <score value=4.21>4,21</score>

Words before the text that begin with `!` are directives: `!xfail` marks a known failure,
`!published=2025-01-04` gives the day of publication. `#` begins a comment. A value with spaces
stands in double quotes. Each file annotates one kind, named by its tags; an untagged line says
that nothing of the kind is found there.
"""

import re
from dataclasses import dataclass
from pathlib import Path

EXAMPLES = Path(__file__).parent.parent / "fixtures" / "examples"
_TAG = re.compile(
    r"<(?P<kind>[a-z]+)(?P<attrs>(?: [a-z_]+=(?:\"[^\"]*\"|[^\s>]*))*)>|</(?P<close>[a-z]+)>"
)
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
    xfail: bool = False


def load(kind: str) -> list[Example]:
    """Return the examples of `fixtures/examples/<kind>.txt`."""
    lines = (EXAMPLES / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    return [
        parse(line, f"{kind}:{number}")
        for number, line in enumerate(lines, start=1)
        if line.strip() and not line.startswith("#")
    ]


def parse(line: str, id: str) -> Example:
    """Return the example that `line` writes down (ValueError when its tags do not nest)."""
    directives: dict[str, str] = {}
    while line.startswith("!"):
        word, _, line = line.partition(" ")
        name, _, value = word[1:].partition("=")
        directives[name] = value
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
    if unknown := set(directives) - {"xfail", "published"}:
        raise ValueError(f"{id}: unknown directive {sorted(unknown)[0]!r}")
    tagged.sort(key=lambda tag: (tag.start, tag.end))
    return Example(
        id, text + line[at:], tuple(tagged), directives.get("published"), "xfail" in directives
    )
