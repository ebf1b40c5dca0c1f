"""Photos by paste, by drag and from a file; what is none is said, and nothing else is lost."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from app.tickets.files.picture_limits import MOST_BYTES
from tests.tickets_screen.entry.clipboard import copy_bytes, copy_files, copy_picture, copy_text, drawn, files
from tests.tickets_screen.entry.entry_desk import EntryDesk

MB = 1024 * 1024


def with_text(desk: EntryDesk, text: str = "楼道灯不亮") -> None:
    desk.keys.press("Ctrl+N")
    desk.keys.type("32501")
    desk.keys.press("Return")
    desk.keys.type("sg")
    desk.keys.press("Return")
    desk.keys.commit(text)


def shown(desk: EntryDesk) -> list[str]:
    return [one.name for one in desk.form.fields.photos.pictures]


def kept(desk: EntryDesk) -> int:
    return desk.tickets()[0].files


def test_t24_ctrl_v_pastes_a_picture_even_with_the_caret_in_the_text(desk: EntryDesk) -> None:
    with_text(desk)
    copy_picture()
    desk.keys.press("Ctrl+V")
    assert desk.form.fields.text.text() == "楼道灯不亮"
    assert len(shown(desk)) == 1
    desk.keys.press("Ctrl+Return")
    assert kept(desk) == 1


def test_t24_ctrl_v_pastes_words_as_words(desk: EntryDesk) -> None:
    with_text(desk, "电话：")
    copy_text("13800005678")
    desk.keys.press("Ctrl+V")
    assert (desk.form.fields.text.text(), shown(desk)) == ("电话：13800005678", [])


def test_t24_a_file_is_dragged_or_chosen_and_kept_when_the_stick_is_pulled(desk: EntryDesk, tmp_path: Path) -> None:
    stick = tmp_path / "渗水.png"
    drawn("#112233").save(str(stick))
    other = tmp_path / "地面.jpg"
    drawn("#445566").save(str(other))
    with_text(desk)
    drop(desk, stick)
    desk.answers.will_open(other)
    desk.keys.press("Alt+P")
    assert shown(desk) == ["渗水.png", "地面.jpg"]
    stick.unlink()
    other.unlink()
    desk.keys.press("Ctrl+Return")
    assert kept(desk) == 2


def drop(desk: EntryDesk, *paths: Path) -> None:
    place, brought = QPoint(40, 40), files(*paths)
    how = (Qt.DropAction.CopyAction, brought, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(place, *how)
    QApplication.sendEvent(desk.form, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(desk.form, QDropEvent(QPointF(place), *how))


def test_t24_the_limit_is_shown_before(desk: EntryDesk) -> None:
    desk.keys.press("Ctrl+N")
    assert "25 MB" in desk.form.fields.photo_line.text()


def test_the_same_photo_is_not_added_twice(desk: EntryDesk) -> None:
    with_text(desk)
    copy_picture()
    desk.keys.press("Ctrl+V", "Ctrl+V")
    assert len(shown(desk)) == 1
    assert "there already" in desk.form.fields.photo_line.text()


def test_a_photo_is_taken_off_by_key(desk: EntryDesk) -> None:
    with_text(desk)
    copy_picture("#101010")
    desk.keys.press("Ctrl+V")
    copy_picture("#e0e0e0")
    desk.keys.press("Ctrl+V")
    second = desk.form.fields.photos.pictures[1].hash
    desk.go_to(desk.form.fields.photos)
    desk.keys.press("Home", "Del")
    assert [one.hash for one in desk.form.fields.photos.pictures] == [second]


def test_a_photo_that_is_no_picture_is_said_and_the_text_stays(desk: EntryDesk, tmp_path: Path) -> None:
    fake = tmp_path / "照片.jpg"
    fake.write_text("这不是图片", encoding="utf-8")
    with_text(desk)
    copy_files(fake)
    desk.keys.press("Ctrl+V")
    assert "照片.jpg" in desk.form.fields.photo_line.text()
    assert "no picture" in desk.form.fields.photo_line.text()
    assert (desk.form.fields.text.text(), shown(desk)) == ("楼道灯不亮", [])


def test_a_file_of_sixty_megabytes_is_refused_by_its_size(desk: EntryDesk, tmp_path: Path) -> None:
    huge = tmp_path / "全景.jpg"
    with huge.open("wb") as file:
        file.truncate(60 * MB)
    with_text(desk)
    drop(desk, huge)
    words = desk.form.fields.photo_line.text()
    assert "60 MB" in words
    assert f"{MOST_BYTES // MB} MB" in words


def test_a_pasted_pdf_is_called_a_pdf(desk: EntryDesk) -> None:
    with_text(desk)
    copy_bytes("application/pdf", b"%PDF-1.7\n1 0 obj")
    desk.keys.press("Ctrl+V")
    assert "is a PDF" in desk.form.fields.photo_line.text()


def test_of_several_files_the_good_ones_are_added(desk: EntryDesk, tmp_path: Path) -> None:
    good, gone = tmp_path / "好.png", tmp_path / "没有了.png"
    drawn().save(str(good))
    with_text(desk)
    drop(desk, gone, good)
    assert shown(desk) == ["好.png"]
    assert "没有了.png" in desk.form.fields.photo_line.text()


@pytest.mark.parametrize("copied", ["字", ""])
def test_a_clipboard_without_a_picture_says_so(desk: EntryDesk, copied: str) -> None:
    with_text(desk)
    copy_text(copied) if copied else QGuiApplication.clipboard().clear()
    desk.go_to(desk.form.fields.choices.kind)
    desk.keys.press("Ctrl+V")
    assert "no picture on the clipboard" in desk.form.fields.photo_line.text()
