"""Learning the weights of the links from articles whose facts are known."""
