"""What may be added as a photo, as it is said before one is chosen."""

from __future__ import annotations

ACCEPTED = ("JPEG", "PNG", "WebP", "BMP", "GIF")
"""The kinds, by their content and not by their name."""

MOST_BYTES = 25 * 1024 * 1024
"""How large a file may be."""

MOST_PHOTOS = 60
"""How many photos one ticket keeps."""

LONGEST_SIDE = 2_000
"""Dots of the longer side of what is kept."""
