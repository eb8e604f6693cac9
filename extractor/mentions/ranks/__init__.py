"""Places in an order; registers the component `fakta_ranks`."""

from extractor.mentions.ranks.component import Ranks

__all__ = ["Ranks"]
