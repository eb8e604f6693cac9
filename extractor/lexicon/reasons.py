"""What the rule of a record means, and what a finding noticed, as an Indonesian sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from extractor.errors import LexiconError
from extractor.lexicon.resource import read_yaml

_FILE = "reasons.yaml"
_DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Reasons:
    """Words for the slots of a rule, the places they were read at, whole rules, and findings."""

    slots: Mapping[str, str]
    places: Mapping[str, str]
    rules: Mapping[str, str]
    findings: Mapping[str, str]

    def sentence(self, rule: str) -> str:
        """Return what `rule` means; "" for one that has no words."""
        if rule in self.rules:
            return self.rules[rule]
        told = [part.partition(":") for part in rule.split()]
        words = "; ".join(
            f"{self.slots[slot]}: {self._place(place)}"
            for slot, _, place in told
            if slot in self.slots
        )
        return f"{words[0].upper()}{words[1:]}." if words else ""

    def _place(self, place: str) -> str:
        near = self.places.get(place.partition("/")[0])
        return self.places[_DEFAULT] if near is None else near


@cache
def reasons() -> Reasons:
    """Return the words (raises LexiconError when the file breaks its rules)."""
    return read_reasons(read_yaml(_FILE))


def read_reasons(content: Any) -> Reasons:
    """Return the words that `content` writes down (raises LexiconError)."""
    try:
        slots, places, rules, findings = (
            {str(key): str(words) for key, words in content[name].items()}
            for name in ("slots", "places", "rules", "findings")
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise LexiconError(f"lexicon file {_FILE}: missing or misshapen entry {error}") from error
    if _DEFAULT not in places:
        raise LexiconError(f"lexicon file {_FILE}: places has no default")
    return Reasons(slots, places, rules, findings)
