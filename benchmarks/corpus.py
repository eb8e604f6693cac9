"""The text that is measured: sample articles and treebank news as 500 articles of one length."""

import re
from collections.abc import Iterator
from itertools import chain, cycle, islice
from pathlib import Path

ROOT = Path(__file__).parent.parent
OWN = (ROOT / "fixtures",)
ARTICLES = 500
LENGTH = 2_500
_SENTENCE = re.compile(r"^# text = (.+)$", re.MULTILINE)
# Treebanks hold sentences; news has paragraphs of about this many.
_PARAGRAPH = 3


def articles(folders: list[Path], count: int = ARTICLES, length: int = LENGTH) -> list[str]:
    """Return `count` articles of about `length` characters.

    They are cut, at ends of lines, from the sample articles of the project and from `*.txt` and
    `*.conllu` in `folders`, over and over. Whatever is cut is cut elsewhere the next time, so that
    no article is an earlier one again.
    """
    texts = [text for folder in (*OWN, *folders) for text in _texts(folder)]
    lines = cycle(chain.from_iterable([*text.split("\n"), ""] for text in texts))
    return list(islice(_cut(lines, length), count))


def _texts(folder: Path) -> Iterator[str]:
    for path in sorted(folder.rglob("*.txt")):
        yield path.read_text(encoding="utf-8").strip()
    for path in sorted(folder.rglob("*.conllu")):
        sentences = _SENTENCE.findall(path.read_text(encoding="utf-8"))
        for at in range(0, len(sentences), 8 * _PARAGRAPH):
            part = sentences[at : at + 8 * _PARAGRAPH]
            rows = range(0, len(part), _PARAGRAPH)
            yield "\n".join(" ".join(part[row : row + _PARAGRAPH]) for row in rows)


def _cut(lines: Iterator[str], length: int) -> Iterator[str]:
    while True:
        cut: list[str] = []
        size = 0
        while size < length:
            line = next(lines)
            cut.append(line)
            size += len(line) + 1
        yield "\n".join(cut).strip("\n")
