"""Who works at the office, and in which role."""
