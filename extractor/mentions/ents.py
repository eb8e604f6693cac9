"""Mentions as `doc.ents`, for displaCy and whatever else reads a spaCy pipeline's entities."""

import srsly
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from extractor.mentions.kinds import NumberMention

LABELS = {
    "regions": "REGION",
    "indices": "INDEX",
    "organisations": "ORGANISATION",
    "aspects": "ASPECT",
    "predicates": "PREDICATE",
    "officials": "OFFICIAL",
    "dates": "DATE",
    "periods": "PERIOD",
    "ranks": "RANK",
    "numbers": "SCORE",
}
"""The entity label of each span group; of the numbers, those that are scores."""

COLORS = {
    "REGION": "#a9cfe6",
    "INDEX": "#a3ddc9",
    "ORGANISATION": "#d5d1c8",
    "ASPECT": "#c9ece0",
    "PREDICATE": "#f7cfae",
    "OFFICIAL": "#cbe8f8",
    "DATE": "#f3dfa6",
    "PERIOD": "#f8efc4",
    "RANK": "#eccfe2",
    "SCORE": "#f2b48a",
}
"""The colours in which displaCy draws them (entry point `spacy_displacy_colors`)."""


@Language.factory(
    "fakta_ents",
    requires=["doc.spans"],
    assigns=["doc.ents"],
    default_config={
        "groups": list(LABELS),
        "labels": LABELS,
        "roles": ["score"],
        "overwrite": False,
    },
)
def create(
    nlp: Language,
    name: str,
    groups: list[str],
    labels: dict[str, str],
    roles: list[str],
    overwrite: bool,
) -> "Entities":
    """Return the component.

    `groups` names the span groups to show and `labels` what the entities of each are called. Of
    the numbers only those in one of `roles` are shown. With `overwrite`, entities that other
    components set make way; else they stay, and mentions that overlap them are left out.
    """
    return Entities({group: labels[group] for group in groups}, roles, overwrite)


class Entities:
    """Writes the mentions of other components to `doc.ents`; of two that overlap, the longer."""

    def __init__(self, labels: dict[str, str], roles: list[str], overwrite: bool) -> None:
        self._labels = labels
        self._roles = frozenset(roles)
        self._overwrite = overwrite

    def __call__(self, doc: Doc) -> Doc:
        """Set the entities of `doc`; a mention's normal form is the entity's `kb_id_`."""
        kept = [] if self._overwrite else list(doc.ents)
        taken = {at for span in kept for at in range(span.start, span.end)}
        found = [
            Span(doc, span.start, span.end, label=label, kb_id=span.kb_id_)
            for group, label in self._labels.items()
            for span in doc.spans.get(group, ())
            if self._shown(group, span) and taken.isdisjoint(range(span.start, span.end))
        ]
        doc.ents = [*kept, *filter_spans(found)]
        return doc

    def _shown(self, group: str, span: Span) -> bool:
        return group != NumberMention.group or srsly.json_loads(span.id_)["role"] in self._roles
