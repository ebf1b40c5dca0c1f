"""Tiny drawn pictures that stand for photos: a wall, a stain, a pipe; nobody and no real place is on them."""

from __future__ import annotations

from io import BytesIO
from random import Random

from PIL import Image, ImageDraw, ImageFilter

_WIDE, _HIGH = 320, 240
_WALLS = ((226, 222, 212), (208, 216, 220), (232, 228, 224))


def invented_photo(chance: Random) -> bytes:
    """A JPEG of some kilobytes."""
    wall = chance.choice(_WALLS)
    picture = Image.new("RGB", (_WIDE, _HIGH), wall)
    pen = ImageDraw.Draw(picture)
    across, down = chance.randrange(60, 200), chance.randrange(40, 120)
    for ring in range(6):
        grown = 12 * (6 - ring)
        tone = tuple(max(part - 14 - 9 * ring, 0) for part in wall)
        pen.ellipse((across - grown, down - grown // 2, across + grown, down + grown), fill=tone)
    pen.rectangle((0, _HIGH - 44, _WIDE, _HIGH - 26), fill=(150, 156, 162))
    pen.line((0, _HIGH - 40, _WIDE, _HIGH - 40), fill=(190, 196, 202), width=3)
    file = BytesIO()
    picture.filter(ImageFilter.GaussianBlur(2)).save(file, "JPEG", quality=70)
    return file.getvalue()
