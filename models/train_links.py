"""Learn the weights of the links: one command, from articles with known facts to weights.

    python -m models.train_links [PATH...] [--out models/links.json]

PATH is a folder, searched with all its folders, or one article; without any it is `fixtures`.
"""

import argparse
import hashlib
import json
from pathlib import Path

from extractor.pipeline import make_nlp
from models.links.recipe import learn, read, told

ROOT = Path(__file__).parents[1]
FIXTURES = ROOT / "fixtures"


def main() -> None:
    """Read the arguments, learn, write."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("paths", type=Path, nargs="*", default=[FIXTURES], metavar="PATH")
    parser.add_argument("--out", type=Path, default=ROOT / "models" / "links.json")
    arguments = parser.parse_args()
    articles = read(arguments.paths, make_nlp())
    weights = learn(articles)
    content = told(weights).encode()
    arguments.out.write_bytes(content)
    report = {
        "out": str(arguments.out),
        "sha256": hashlib.sha256(content).hexdigest(),
        "articles": len(articles),
        "choices": sum(len(article.choices) for article in articles),
        "weights": sum(map(len, weights.slots.values())),
    }
    print(json.dumps(report))


if __name__ == "__main__":
    main()
