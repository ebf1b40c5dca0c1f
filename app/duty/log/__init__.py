"""The duty log and its hand-overs."""
