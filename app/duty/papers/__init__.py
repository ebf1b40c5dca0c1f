"""Papers of the duty desk."""
