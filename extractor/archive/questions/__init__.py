"""Questions to a dataset: SQL, a series, contradictions, a comparison with official figures."""
