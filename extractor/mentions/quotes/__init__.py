"""Quotes: words spoken by somebody, told from titles, slogans and scare quotes.

`marks` pairs the marks of one paragraph, `cues` finds the verb of saying next to a pair,
`component` decides which pairs are speech and joins the pieces of one quote.
"""

from extractor.mentions.quotes.component import Quotes, create

__all__ = ["Quotes", "create"]
