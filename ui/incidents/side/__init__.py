"""The right column of a running incident: whom to call, what happened, and a line to write."""
