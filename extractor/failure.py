"""An article that could not be read."""

from dataclasses import dataclass
from typing import Literal

from extractor.source import Source


@dataclass(frozen=True, slots=True)
class Failure:
    """Stands among the articles in the place of one that could not be read, and says why.

    `kind` is "error" when reading it raised, "killed" when the worker that read it died, and died
    again when it was read alone; `reason` is a sentence for people.
    """

    source: Source
    kind: Literal["error", "killed"]
    reason: str

    @property
    def id(self) -> str:
        """The id of the article."""
        return self.source.id
