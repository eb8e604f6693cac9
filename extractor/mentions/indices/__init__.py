"""Indices, evaluations and graded awards: which ones the article names."""

from extractor.mentions.indices.component import Indices, create_indices

__all__ = ["Indices", "create_indices"]
