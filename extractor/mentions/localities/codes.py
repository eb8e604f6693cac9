"""Which of its namesakes a locality is: by the regions that the article names."""

from bisect import bisect_left
from collections.abc import Sequence

from extractor.mentions.kinds import RegionMention
from extractor.mentions.localities.names import Place

_REACH = 10
_REGENCY = 5


class Codes:
    """Settles the codes of localities against the regions of their article."""

    def __init__(self, regions: Sequence[RegionMention], places: Sequence[Place]) -> None:
        settled = [region for region in regions if region.code]
        self._regions = sorted(settled, key=lambda region: region.start)
        self._starts = [region.start for region in self._regions]
        self._regencies = {r.code for r in settled if len(r.code) == _REGENCY}
        self._provinces = {region.code[:2] for region in settled}
        self._places = places
        self._begins = [place.start for place in places]

    def of(self, place: Place) -> tuple[str, str]:
        """Return the code of `place` and that of the regency it lies in, "" where it is open."""
        codes = self._narrowed(place)
        if len(codes) == 1:
            return codes[0], codes[0][:_REGENCY]
        regencies = {code[:_REGENCY] for code in codes}
        if len(regencies) == 1:
            return "", regencies.pop()
        behind = self._behind(place)
        return "", behind if len(behind) == _REGENCY and not place.codes else ""

    def _narrowed(self, place: Place) -> tuple[str, ...]:
        codes = place.codes
        behind = self._behind(place)
        if behind:
            near = tuple(code for code in codes if code.startswith(behind))
            return self._of_district(place, near)
        for known in (self._regencies, self._provinces):
            size = _REGENCY if known is self._regencies else 2
            near = tuple(code for code in codes if code[:size] in known)
            if near:
                return self._of_district(place, near)
        return codes if len(codes) == 1 and not self._provinces else ()

    def _behind(self, place: Place) -> str:
        """Return the code of the region told right behind: "Desa X, Kecamatan Y, Kabupaten Z"."""
        at = bisect_left(self._starts, place.end)
        if at == len(self._regions) or self._starts[at] > place.end + _REACH:
            return ""
        region = self._regions[at]
        between = [p for p in self._near(place) if p.start < region.start]
        last = between[-1].end if between else place.end
        # Only the class word and a comma or bracket lie between them.
        return region.code if region.start - last <= 2 else ""

    def _near(self, place: Place) -> list[Place]:
        at = bisect_left(self._begins, place.end)
        found: list[Place] = []
        for other in self._places[at : at + 3]:
            last = found[-1].end if found else place.end
            if other.start - last > 1:
                break
            found.append(other)
        return found

    def _of_district(self, place: Place, codes: tuple[str, ...]) -> tuple[str, ...]:
        """Keep the villages of the district told right behind."""
        if len(codes) < 2:
            return codes
        for other in self._near(place):
            if other.level == "district":
                kept = tuple(c for c in codes if any(c.startswith(d) for d in other.codes))
                return kept or codes
        return codes
