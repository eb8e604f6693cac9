"""The example in the documentation is a facts file that loads."""

from pathlib import Path

from extractor.facts.known import KINDS
from extractor.facts.load import parse_facts

PAGE = Path(__file__).parents[2] / "docs" / "known-facts.md"


def test_the_example_loads_and_shows_every_kind() -> None:
    example = PAGE.read_text(encoding="utf-8").split("```yaml\n")[1].split("```")[0]
    known = parse_facts(example, str(PAGE))
    assert [kind for kind in KINDS if not known.of(kind)] == []
