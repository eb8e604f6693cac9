"""What is measured: speed beside stock Stanza, and how the cost grows with the text."""
