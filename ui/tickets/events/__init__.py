"""One thing that many report: suggested above the list, made one, told, and parted again."""
