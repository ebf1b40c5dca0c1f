"""Lists that are walked again and again."""
