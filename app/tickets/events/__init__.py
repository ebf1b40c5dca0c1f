"""One thing that many report: a parent with what staff say, and its children."""
