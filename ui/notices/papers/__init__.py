"""The papers of a notice on their way to the printer."""
