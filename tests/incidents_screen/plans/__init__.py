"""The plans by keys: read, edited, compared, approved."""
