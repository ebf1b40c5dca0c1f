"""The list of notices, and beside it the one that is chosen with its places."""
