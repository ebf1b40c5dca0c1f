"""A photo as it is kept: told by its content, upright, at most 2,000 dots long, without anything else in the file."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from io import BytesIO
from pathlib import PureWindowsPath

from PIL import Image, ImageOps

from app.tickets.files.picture_limits import ACCEPTED, LONGEST_SIDE, MOST_BYTES
from app.tickets.files.refusals import NotAPicture, PhotoTooLarge, PhotoTooWide, PictureDamaged

THUMBNAIL_SIDE = 256
"""Dots of the longer side of the small picture in lists."""

MOST_DOTS = 50_000_000
"""More than this fills the memory; the photos of a telephone are read at a part of their size, and so stay below."""

_FORMATS = tuple(kind.upper() for kind in ACCEPTED)
_DRAWN = ("PNG", "BMP", "GIF")  # without loss: a drawing or a screenshot
_FEW_COLOURS = 256
_QUALITY = 85
_THUMBNAIL_QUALITY = 75
_PAPER = "white"

Image.MAX_IMAGE_PIXELS = None  # refused below in the office's words, by a stricter rule


class PictureKind(StrEnum):
    """How a photo is kept."""

    JPEG = "jpeg"
    PNG = "png"


@dataclass(frozen=True, slots=True)
class Picture:
    """A photo ready to be kept; `hash` is the SHA-256 of `content`, sizes are dots."""

    name: str
    kind: PictureKind
    content: bytes
    thumbnail: bytes
    width: int
    height: int

    @property
    def hash(self) -> str:
        """By it the same photo is known again."""
        return hashlib.sha256(self.content).hexdigest()


def prepare_picture(data: bytes, name: str) -> Picture:
    """Read a pasted or chosen picture. Raises PhotoTooLarge, NotAPicture, PhotoTooWide, PictureDamaged."""
    shown = PureWindowsPath(name).name  # either slash parts folders
    check_size(shown, len(data))
    source = _opened(data, shown)
    few_colours = source.format in _DRAWN and source.getcolors(_FEW_COLOURS) is not None
    upright = _upright(source, shown)
    kind = PictureKind.PNG if few_colours else PictureKind.JPEG
    small = upright.copy()
    small.thumbnail((THUMBNAIL_SIDE, THUMBNAIL_SIDE))
    content = _encoded(upright, kind, _QUALITY)
    thumbnail = _encoded(small, PictureKind.JPEG, _THUMBNAIL_QUALITY)
    return Picture(shown, kind, content, thumbnail, upright.width, upright.height)


def check_size(name: str, size: int) -> None:
    """Refuse a file by its size before it is read. Raises PhotoTooLarge."""
    if size > MOST_BYTES:
        raise PhotoTooLarge(name, size, MOST_BYTES)


def _opened(data: bytes, name: str) -> Image.Image:
    try:
        source = Image.open(BytesIO(data), formats=_FORMATS)
    except Exception as broken:
        raise NotAPicture(name, data[:1024].lstrip().startswith(b"%PDF")) from broken
    source.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    if source.width * source.height > MOST_DOTS:
        raise PhotoTooWide(name, source.width, source.height)
    try:
        source.load()
    except Exception as broken:
        raise PictureDamaged(name) from broken
    return source


def _upright(source: Image.Image, name: str) -> Image.Image:
    """Turned as the camera was held, on white, in red, green and blue, no longer than it may be."""
    try:
        turned = ImageOps.exif_transpose(_on_paper(source))
    except Exception as broken:
        raise PictureDamaged(name) from broken
    turned.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    turned.info = {}  # place, camera, comments: nothing but the dots is kept
    return turned


def _on_paper(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    drawn = picture.convert("RGBA")
    paper = Image.new("RGBA", drawn.size, _PAPER)
    paper.alpha_composite(drawn)
    paper.info = drawn.info  # how the camera was held
    return paper.convert("RGB")


def _encoded(picture: Image.Image, kind: PictureKind, quality: int) -> bytes:
    file = BytesIO()
    if kind is PictureKind.PNG:
        picture.save(file, "PNG", optimize=True)
    else:
        picture.save(file, "JPEG", quality=quality, optimize=True)
    return file.getvalue()
