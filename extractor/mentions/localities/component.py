"""The component `fakta_localities`: districts, villages, and towns that are no kota."""

from spacy.language import Language
from spacy.tokens import Doc

from extractor.mentions import spans
from extractor.mentions.kinds import (
    IndexMention,
    LocalityMention,
    OrganisationMention,
    RegionMention,
)
from extractor.mentions.localities.bare import bare_places
from extractor.mentions.localities.codes import Codes
from extractor.mentions.localities.names import Names, Place
from extractor.mentions.surface import surface


class Localities:
    """Finds the places below the regencies that an article names."""

    def __call__(self, doc: Doc) -> Doc:
        """Write the localities of `doc`."""
        spans.write(doc, LocalityMention, self.find(doc))
        return doc

    def find(self, doc: Doc) -> list[LocalityMention]:
        """Return the localities of `doc` in order, none inside another."""
        seen, regions = surface(doc), spans.read(doc, RegionMention)
        bodies = spans.read(doc, OrganisationMention)
        held = {at for body in bodies for at in range(body.start, body.end)}
        indexed = {at for i in spans.read(doc, IndexMention) for at in range(i.start, i.end)}
        marked = [
            place
            for place in Names(seen).find()
            if place.start not in held and indexed.isdisjoint(range(place.start + 1, place.end))
        ]  # "kategori kecamatan SPBE" names none
        held |= {at for region in regions for at in range(region.start, region.end)}
        held |= {at for place in marked for at in range(place.start, place.end)}
        bare = bare_places(seen, marked, held, indexed)
        places = sorted([*marked, *bare], key=lambda place: place.start)
        codes = Codes(regions, places)
        first: dict[str, tuple[str, str]] = {}
        found = []
        for place in places:
            settled = codes.of(place)
            if place.level != "town":
                known = first.setdefault(place.name, settled)
                settled = known if not settled[0] and known[0] else settled
            found.append(_mention(place, *settled))
        return found


def _mention(place: Place, code: str, region: str) -> LocalityMention:
    level = place.level
    if level == "unknown" and code:
        level = "village"
    if level == "town":  # its codes are those of regencies: it has none of its own
        region = place.codes[0] if len(place.codes) == 1 else code
        code = ""
    return LocalityMention(
        start=place.start,
        end=place.end,
        code=code,
        name=place.name,
        level=level,
        region=region,
    )


@Language.factory("fakta_localities", assigns=["doc.spans"])
def create(nlp: Language, name: str) -> Localities:
    """Return the component for a pipeline."""
    return Localities()
