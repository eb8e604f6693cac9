"""Known facts: reading them, comparing an article with them, and keeping accuracy from falling."""

from extractor.facts.compare import Verdict, compare
from extractor.facts.known import KnownFacts
from extractor.facts.load import load_facts

__all__ = ["KnownFacts", "Verdict", "compare", "load_facts"]
