"""Material and work of a ticket: written, taken off, and sent to the counter."""
