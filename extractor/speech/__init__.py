"""Speech: who is in an article, who says what, and whom a later word means."""
