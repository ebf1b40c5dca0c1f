"""Papers of tickets: seen before they are printed, printed again, and offered again where none came out."""
