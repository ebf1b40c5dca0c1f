"""What must hold of photos."""

from __future__ import annotations

from app.core.language import mark
from app.store.truths import Truth
from app.tickets.files.photo_rows import damaged_photos

TRUTHS = (Truth(mark("each photo of a ticket is as it was kept"), damaged_photos),)
