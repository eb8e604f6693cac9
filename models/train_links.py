"""Learn the weights of the links: one command, from articles with known facts to weights.

    python -m models.train_links [PATH...] [--out models/links.json]

PATH is a folder, searched with all its folders, or one article; without any it is `fixtures`.
What goes into `models/links.json` is told in the model card, models/README.md.
"""

import argparse
import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from benchmarks.tables import put
from extractor.links.weights import Weights
from extractor.pipeline import make_nlp
from models.links import archive
from models.links.lessons import Lesson
from models.links.lines import read_lines
from models.links.recipe import Taught, learn, read, told

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures"
CARD = ROOT / "models" / "README.md"
OUT = ROOT / "models" / "links.json"


def figures(
    articles: Sequence[Taught], others: Sequence[Lesson], weights: Weights, content: bytes
) -> str:
    """Return the figures of the model card: the file, the articles, what they teach by slot."""
    taught = [*(one.choices for one in articles), *(one.choices for one in others)]
    slots = Counter(choice.slot for choices in taught for choice in choices)
    lines = [
        f"SHA-256 `{hashlib.sha256(content).hexdigest()}`, {len(content):,} bytes; learned from",
        f"{len(articles)} articles, and {len(others)} more by their lessons:",
        f"{slots.total():,} decisions.",
        "",
        "| slot/anchor | decisions | weights |",
        "|---|---:|---:|",
    ]
    for name, known in weights.slots.items():
        count = f"{slots[name]:,}" if name in slots else "–"
        lines.append(f"| `{name}` | {count} | {len(known)} |")
    return "\n".join(lines)


def main() -> None:
    """Read the arguments, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", type=Path, nargs="*", default=[FIXTURES], metavar="PATH")
    parser.add_argument("--out", type=Path, default=OUT)
    arguments = parser.parse_args()
    nlp = make_nlp()
    articles, lines, lessons = read(arguments.paths, nlp), read_lines(nlp), archive.read()
    weights = learn([*articles, *lines], lessons)
    content = told(weights).encode()
    arguments.out.write_bytes(content)
    table = figures(articles, lessons, weights, content)
    print(table)
    if arguments.out.resolve() == OUT:
        put(table, CARD, "links")


if __name__ == "__main__":
    main()
