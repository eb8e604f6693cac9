"""Grades: the words that an index's scale gives to a score."""

from extractor.mentions.predicates.component import Predicates, create_predicates

__all__ = ["Predicates", "create_predicates"]
