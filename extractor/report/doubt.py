"""Records that are less sure than most: shown faint, with how sure and why."""

from extractor.lexicon.reasons import reasons
from extractor.report.terminal import sureness

DOUBTFUL = 0.8
"""A record that is less probable than this is shown faint."""


def doubt(confidence: float, rule: str = "") -> str:
    """Return why a record read by `rule` is shown faint, "" when it is probable enough."""
    if confidence >= DOUBTFUL:
        return ""
    return f"Yakin {sureness(confidence)}. {reasons().sentence(rule)}".rstrip()
