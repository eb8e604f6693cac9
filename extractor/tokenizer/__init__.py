"""Stanza behind spaCy's tokenizer interface: tokens and sentences of Indonesian news."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extractor.tokenizer.tokenizer import StanzaTokenizer

__all__ = ["StanzaTokenizer"]


def __getattr__(name: str) -> Any:
    """Import the tokenizer on first use: who only asks for the weights need not load torch."""
    if name == "StanzaTokenizer":
        from extractor.tokenizer.tokenizer import StanzaTokenizer

        return StanzaTokenizer
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
