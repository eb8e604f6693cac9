"""Who is named: mentions of subjects, words that point to them, names that nothing here knows."""
