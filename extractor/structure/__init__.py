"""What an article is made of: lines, lists, tables, sentences; and one index of its mentions."""
