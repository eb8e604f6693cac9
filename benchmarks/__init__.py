"""What the extraction costs, and how good it is: scripts to run."""
