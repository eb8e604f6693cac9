"""What is known of regions and indices, as tables beside those of a dataset."""

from functools import cache

import pyarrow as pa

from extractor.lexicon.indices import catalogue
from extractor.lexicon.regions import gazetteer


@cache
def registers() -> dict[str, pa.Table]:
    """Return the tables by name: `places` (regions by Kemendagri code) and `catalogue` (indices).

    `level` is province, regency or city, `province` the name of the province that it lies in.
    """
    regions = gazetteer().regions
    places = [
        {
            "code": region.code,
            "name": region.name,
            "level": region.level,
            "province": regions[region.province].bare,
        }
        for region in regions.values()
    ]
    entries = [
        {
            "id": entry.id,
            "name": entry.name,
            "acronym": entry.acronym or None,
            "unit": entry.scale.unit,
            "higher_is_better": entry.higher_is_better,
        }
        for entry in catalogue().entries
    ]
    return {"places": pa.Table.from_pylist(places), "catalogue": pa.Table.from_pylist(entries)}
