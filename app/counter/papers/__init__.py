"""The papers of the counter, drawn in millimetres."""
