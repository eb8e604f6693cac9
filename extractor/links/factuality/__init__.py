"""Whether what was linked is a fact at all, or hoped for, denied, contradicted."""
