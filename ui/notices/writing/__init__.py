"""A new notice: its template, its fields, and the paper beside them as it is typed."""
