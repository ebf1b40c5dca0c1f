"""Where notices hang: at which door, since when, by whose hand, and when they came down."""
