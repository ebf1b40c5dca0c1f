"""The plans of the office: read, edited, compared, approved."""
