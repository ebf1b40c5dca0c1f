"""Stories of the duty desk."""
