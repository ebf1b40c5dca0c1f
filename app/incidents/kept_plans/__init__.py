"""The plans of the office by version: what is in use, what waits for approval."""
