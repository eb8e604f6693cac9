"""Regions: provinces, regencies and cities of Indonesia."""

from extractor.mentions.regions.component import Regions

__all__ = ["Regions"]
