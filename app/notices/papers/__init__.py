"""The papers of a notice: the poster, slips for doors, and the list of places."""
