"""Short inputs that are easily read wrong, in tables named for their kind, read from end to end."""
