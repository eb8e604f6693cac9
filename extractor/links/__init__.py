"""Links: which mention belongs to which, by passes in order of precision."""
