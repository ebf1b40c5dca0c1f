"""What stands in place of somebody who was forgotten."""

FORGOTTEN = "〔已删除〕"
"""In the language of the data, like the names among which it stands."""
