"""Photos of a ticket: small beside it, large by Enter, added by Ctrl+V, by a drag or from a file."""
