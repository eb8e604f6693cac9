"""Assembly: linked mentions to validated records, with evidence in the article as given."""
