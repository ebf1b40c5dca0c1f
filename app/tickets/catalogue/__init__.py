"""What an office edits for its tickets: categories, teams and workers."""
