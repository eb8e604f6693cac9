"""Places in rankings: told by words, lists, series and chains, and who holds them."""
