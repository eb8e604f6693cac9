"""Places below the regencies: kecamatan, desa, kelurahan, and towns that are no kota."""

from extractor.mentions.localities.component import Localities, create

__all__ = ["Localities", "create"]
