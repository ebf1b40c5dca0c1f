"""Starting an incident from wherever one is: a digit or letters, a place, Enter."""
