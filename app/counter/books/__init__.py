"""Receipt books: runs of numbers that are registered, handed out, used up and taken back, each number once."""
