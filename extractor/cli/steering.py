"""Characters that steer a terminal: articles may hold them, and nobody asked for them."""

import re

# Escape sequences, and marks that turn the order of what is shown around.
_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def shown(text: str) -> str:
    """Return `text` without the characters that steer a terminal; they have no width."""
    return _STEERING.sub("", text)
