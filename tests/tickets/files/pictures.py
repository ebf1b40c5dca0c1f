"""Pictures as telephones, screens and swindlers make them."""

from __future__ import annotations

from io import BytesIO

from PIL import Image

_ORIENTATION, _MAKER, _PLACE = 0x0112, 0x010F, 0x8825
HELD_UPRIGHT = 6  # turned by a quarter, as telephones write it


def photo(size: tuple[int, int] = (600, 400), orientation: int = 1) -> bytes:
    """A JPEG whose left half is red and right half blue, with the camera, the place and a comment in it."""
    picture = Image.new("RGB", size, "red")
    picture.paste("blue", (size[0] // 2, 0, *size))
    exif = picture.getexif()
    exif[_ORIENTATION], exif[_MAKER] = orientation, "TELEPHONE-MAKER"
    exif.get_ifd(_PLACE)[2] = (30.0, 15.0, 7.0)
    return encoded(picture, "JPEG", exif=exif, comment=b"OF-NOBODYS-BUSINESS")


def screenshot(kind: str = "PNG", size: tuple[int, int] = (300, 200)) -> bytes:
    return encoded(Image.new("RGB", size, "navy"), kind)


def see_through() -> bytes:
    return encoded(Image.new("RGBA", (40, 40), (0, 0, 0, 0)), "PNG")


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    file = BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def seen(content: bytes) -> Image.Image:
    picture = Image.open(BytesIO(content))
    picture.load()
    return picture
