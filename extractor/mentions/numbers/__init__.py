"""Numbers and the one role that each plays; registers the component `fakta_numbers`."""

from extractor.mentions.numbers.component import Numbers

__all__ = ["Numbers"]
