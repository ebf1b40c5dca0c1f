"""What an office edits for its tickets: who is told, deadlines, hours, holidays, categories, people and places."""
