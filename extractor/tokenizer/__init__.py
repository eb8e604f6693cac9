"""Stanza behind spaCy's tokenizer interface: tokens and sentences of Indonesian news."""

from extractor.tokenizer.tokenizer import StanzaTokenizer

__all__ = ["StanzaTokenizer"]
