"""What may be added as a photo, in words, before one is chosen."""

from __future__ import annotations

from app.core.language import tr
from app.core.show import show_whole
from app.tickets.files.picture_limits import ACCEPTED, MOST_BYTES, MOST_PHOTOS

PICTURE_FILES = "*.jpg *.jpeg *.png *.webp *.bmp *.gif"
_MB = 1024 * 1024


def limit_words() -> str:
    """How they come, how large each may be, and how many there may be."""
    return tr("Ctrl+V, drag or file·{size} MB each, {count} at most").format(
        size=show_whole(MOST_BYTES // _MB), count=show_whole(MOST_PHOTOS)
    )


def kinds_words() -> str:
    """Which kinds of pictures are taken."""
    return tr("Kinds: {kinds}").format(kinds=" ".join(ACCEPTED))
