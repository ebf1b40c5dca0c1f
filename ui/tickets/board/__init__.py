"""The board on the left: search, chips with counts, and the tickets with where their promise stands."""
