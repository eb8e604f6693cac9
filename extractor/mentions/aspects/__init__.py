"""Parts of indices that have values of their own; registers the component `fakta_aspects`."""

from extractor.mentions.aspects.component import Aspects, create_aspects

__all__ = ["Aspects", "create_aspects"]
