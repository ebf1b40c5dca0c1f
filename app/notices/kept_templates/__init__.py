"""The templates of the office by version."""
