"""Taking down a report: who and where, what of, the words, the photos."""
