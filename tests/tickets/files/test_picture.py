"""What is kept of a picture, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import Refusal
from app.tickets.files.picture import THUMBNAIL_SIDE, PictureKind, prepare_picture
from app.tickets.files.picture_limits import ACCEPTED, LONGEST_SIDE, MOST_BYTES
from app.tickets.files.refusals import NotAPicture, PhotoTooLarge, PhotoTooWide, PictureDamaged
from tests.tickets.files.pictures import HELD_UPRIGHT, photo, screenshot, see_through, seen


@pytest.mark.parametrize("kind", ACCEPTED)
def test_each_accepted_kind_is_known_by_its_content(kind: str) -> None:
    kept = prepare_picture(screenshot(kind.upper()), "no name says it.txt")
    assert seen(kept.content).size == (300, 200)
    assert (kept.width, kept.height) == (300, 200)


def test_a_large_photo_is_made_smaller_and_a_small_one_is_not_enlarged() -> None:
    large = prepare_picture(photo((4200, 2100)), "DSC.jpg")
    assert seen(large.content).size == (LONGEST_SIDE, LONGEST_SIDE // 2)
    assert max(seen(large.thumbnail).size) == THUMBNAIL_SIDE
    assert seen(prepare_picture(photo((600, 400)), "DSC.jpg").content).size == (600, 400)


def test_a_photo_is_turned_as_the_camera_was_held() -> None:
    kept = seen(prepare_picture(photo((600, 400), HELD_UPRIGHT), "DSC.jpg").content)
    assert kept.size == (400, 600)
    top, bottom = kept.getpixel((200, 100)), kept.getpixel((200, 500))
    assert isinstance(top, tuple)
    assert isinstance(bottom, tuple)
    assert (top[0] > 200, bottom[2] > 200) == (True, True)


def test_place_camera_and_comment_are_gone() -> None:
    source = photo()
    kept = prepare_picture(source, "DSC.jpg")
    for words in (b"TELEPHONE-MAKER", b"OF-NOBODYS-BUSINESS", b"Exif"):
        assert words in source
        assert words not in kept.content
        assert words not in kept.thumbnail
    assert dict(seen(kept.content).getexif()) == {}


def test_what_is_see_through_stands_on_white() -> None:
    assert seen(prepare_picture(see_through(), "a.png").content).getpixel((20, 20)) == (255, 255, 255)


def test_a_screenshot_stays_sharp_and_a_photo_small() -> None:
    assert prepare_picture(screenshot(), "a").kind is PictureKind.PNG
    assert prepare_picture(photo(), "a").kind is PictureKind.JPEG


def test_the_same_picture_has_the_same_hash_and_its_name_without_folders() -> None:
    once, again = prepare_picture(photo(), r"E:\DCIM\1.jpg"), prepare_picture(photo(), "/media/stick/2.jpg")
    assert once.hash == again.hash
    assert (once.name, again.name) == ("1.jpg", "2.jpg")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n%more", b"MZ a program", "不是图片".encode(), b"<svg></svg>"])
def test_what_is_no_picture_is_refused_whatever_its_name(data: bytes) -> None:
    with pytest.raises(NotAPicture) as refused:
        prepare_picture(data, "厨房.jpg")
    assert refused.value.is_pdf is data.startswith(b"%PDF")


def test_a_file_of_60_mb_is_refused_with_the_limit() -> None:
    with pytest.raises(PhotoTooLarge) as refused:
        prepare_picture(bytes(60 * 1024 * 1024), "film.jpg")
    assert refused.value.most == MOST_BYTES


def test_a_picture_that_would_fill_the_memory_is_refused_by_its_head() -> None:
    head = bytearray(screenshot())
    head[16:24] = (30_000).to_bytes(4, "big") * 2
    with pytest.raises((PhotoTooWide, NotAPicture)):
        prepare_picture(bytes(head), "bomb.png")


def test_a_picture_that_breaks_off_is_refused() -> None:
    with pytest.raises(PictureDamaged):
        prepare_picture(photo((1200, 900))[:4000], "DSC.jpg")


@settings(max_examples=60, deadline=None)
@given(place=st.integers(0, 3000), junk=st.binary(min_size=1, max_size=40))
def test_any_damage_is_a_picture_or_a_refusal_and_never_a_fall(place: int, junk: bytes) -> None:
    whole = bytearray(photo((200, 150)))
    whole[place : place + len(junk)] = junk
    try:
        assert seen(prepare_picture(bytes(whole), "a.jpg").content).mode == "RGB"
    except Refusal:
        assert True
