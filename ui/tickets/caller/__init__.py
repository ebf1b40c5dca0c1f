"""Who is on the telephone: everything of a unit at once."""
