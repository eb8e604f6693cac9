"""What the rules know, as data files beside their typed loaders."""
