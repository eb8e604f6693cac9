"""Known facts: reading them, comparing an article with them, and keeping accuracy from falling.

Nothing is imported here: pytest loads this package with its plugin in every run.
"""
