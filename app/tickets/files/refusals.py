"""What is refused as a photo."""

from __future__ import annotations

from app.core.errors import Refusal


class PhotoTooLarge(Refusal):
    """A file is larger than a photo may be; both in bytes."""

    name: str
    size: int
    most: int


class PhotoTooWide(Refusal):
    """A picture has more dots than a camera makes."""

    name: str
    width: int
    height: int


class NotAPicture(Refusal):
    """Something else than one of the accepted kinds of pictures, whatever its name says; `is_pdf` where it is known."""

    name: str
    is_pdf: bool


class PictureDamaged(Refusal):
    """It begins as a picture and breaks off."""

    name: str


class PhotoUnreadable(Refusal):
    """The file cannot be read: the stick was pulled, or it is a folder."""

    name: str


class TooManyPhotos(Refusal):
    """One ticket keeps so many photos at most."""

    most: int


class PhotoTakenOffBefore(Refusal):
    """A photo is taken off once."""

    name: str


class PhotoNeedsReason(Refusal):
    """Whoever takes a photo off says why."""
