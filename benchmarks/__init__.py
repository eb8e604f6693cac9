"""What the extraction costs, and how good it is on articles nobody reads: scripts to run."""
