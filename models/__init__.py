"""Recipes: how the weights that ship with faktaberita are learned, and how they are scored."""
