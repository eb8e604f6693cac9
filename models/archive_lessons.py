"""Read the archive again for what it teaches the links, after rules or features have changed.

    python -m models.archive_lessons ARCHIVE.jsonl.gz

ARCHIVE holds articles by the ids of `models/links/archive.yaml`. Their claims are settled by
weights that the fixtures alone taught, so that none is settled by what it taught itself.
"""

import argparse
from pathlib import Path

from extractor.links.weights import Weights
from extractor.pipeline import make_nlp
from models.links import archive
from models.links.learn import learn_slots
from models.links.lessons import Lesson, trials_of
from models.links.recipe import L2_SLOTS, read, teach
from models.train_links import FIXTURES


def main() -> None:
    """Read the arguments, the fixtures and the archive; write the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("archive", type=Path)
    arguments = parser.parse_args()
    nlp, facts = make_nlp(), archive.known()
    fixtures = [article.choices for article in read([FIXTURES], nlp)]
    weights = Weights(learn_slots(fixtures, L2_SLOTS))
    lessons = []
    for pair in archive.pairs(arguments.archive, facts):
        article = teach(pair, nlp)
        trials = trials_of(article.view, article.answers, weights)
        claims = tuple(claim for trial in trials for claim in trial.claims())
        lessons.append(Lesson(article.choices, claims))
    if len(lessons) < len(facts):
        parser.error(f"{arguments.archive} has {len(lessons)} of {len(facts)} articles")
    archive.write(lessons)
    print(f"{archive.TABLE}: {len(lessons)} articles, {archive.TABLE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
