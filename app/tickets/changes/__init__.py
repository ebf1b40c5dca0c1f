"""Fields, several tickets at once, named sets of changes, and steps taken back."""
