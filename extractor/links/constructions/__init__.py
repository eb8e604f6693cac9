"""What a line is made of: its elements, the constructions that match them, rows and series."""
