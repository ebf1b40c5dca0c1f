"""Notices: templates that an office edits, what was issued, and where it hangs."""
