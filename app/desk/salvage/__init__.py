"""A damaged database: which backup stands, what is newer than it, putting it back, and entering the newer again."""
