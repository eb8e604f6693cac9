"""Officials: named persons with an office.

`lexing` cuts the text around an office into items, `labels` tells words of an office from words
of a name, `grammar` splits office and name, `component` finds the places and writes the mentions.
"""

from extractor.mentions.officials.component import Officials, create

__all__ = ["Officials", "create"]
