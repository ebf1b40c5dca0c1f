"""Walking a round, point after point."""
