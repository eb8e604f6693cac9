"""Bodies that are named: ministries, offices, companies, schools, courts; and the country."""

from extractor.mentions.organisations.component import Organisations, create

__all__ = ["Organisations", "create"]
