"""News archives: files of many articles to tables one can query.

A file is read into items, items are gathered in shards, an engine turns a shard into tables, and
the store writes them so that a run killed at any moment goes on where it was.
"""
