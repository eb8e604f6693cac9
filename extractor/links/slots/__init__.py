"""Candidates for each slot of an anchor, one module a slot, and the features they share."""
