"""The emergency numbers and the organisation by keys."""
