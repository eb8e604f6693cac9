"""Which mention belongs to which: candidates, features, one decision for each slot."""
