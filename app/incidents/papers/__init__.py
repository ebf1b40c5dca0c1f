"""Plans on paper: the list of one plan, the booklet of all, and the copy that lies ready when no computer runs."""
