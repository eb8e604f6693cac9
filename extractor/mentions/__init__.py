"""Mentions: one file per kind, each a spaCy component that writes typed, normalised spans."""
