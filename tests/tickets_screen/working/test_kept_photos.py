"""Photos of a running ticket: pasted, dropped or chosen; seen small, then large; taken off with a reason."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.access.permissions import ROLES, Permission
from app.tickets.files.picture_limits import MOST_BYTES
from tests.tickets_screen.desk import Desk
from tests.tickets_screen.entry.clipboard import copy_bytes, copy_picture, copy_text, drawn, files
from ui.tickets.photos.photo_panel import PhotoPanel

Ids = dict[str, int]
MB = 1024 * 1024


def kept(desk: Desk) -> list[str]:
    return [one.name for one in desk.shown().photos]


def drop(desk: Desk, *paths: Path) -> None:
    place, brought = QPoint(40, 40), files(*paths)
    how = (Qt.DropAction.CopyAction, brought, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    entering = QDragEnterEvent(place, *how)
    QApplication.sendEvent(desk.page.detail, entering)
    assert entering.isAccepted()
    QApplication.sendEvent(desk.page.detail, QDropEvent(QPointF(place), *how))


def test_t24_the_limits_stand_beside_the_ticket_before_a_photo_is_chosen(desk: Desk) -> None:
    desk.finds("渗水").shown()
    assert "25 MB" in desk.page.detail.side.photos.limits.text()


def test_t24_ctrl_v_in_the_list_keeps_the_picture_and_ctrl_z_takes_it_back(desk: Desk) -> None:
    desk.finds("渗水").shown()
    copy_picture()
    desk.press("Ctrl+V")
    assert len(kept(desk)) == 1
    assert desk.page.detail.side.photos.pictures.count() == 1
    assert desk.said[-1] == "1 photo is kept with 261120-005"
    desk.press("Ctrl+Z")
    assert kept(desk) == []


def test_ctrl_v_in_the_search_box_still_pastes_words(desk: Desk) -> None:
    copy_text("渗水")
    desk.press("Ctrl+V")
    assert desk.page.board.search.text() == "渗水"


def test_t24_dropped_and_chosen_files_are_kept_when_the_stick_is_pulled(desk: Desk, tmp_path: Path) -> None:
    stick, other = tmp_path / "渗水.png", tmp_path / "地面.jpg"
    drawn("#112233").save(str(stick))
    drawn("#445566").save(str(other))
    desk.finds("渗水").shown()
    drop(desk, stick)
    desk.answers.will_open(other)
    desk.press("F")
    stick.unlink()
    other.unlink()
    assert kept(desk) == ["渗水.png", "地面.jpg"]


def test_of_several_the_good_ones_are_kept_and_the_others_named(desk: Desk, tmp_path: Path) -> None:
    good, huge, fake = tmp_path / "好.png", tmp_path / "全景.jpg", tmp_path / "照片.jpg"
    drawn().save(str(good))
    fake.write_text("这不是图片", encoding="utf-8")
    with huge.open("wb") as file:
        file.truncate(60 * MB)
    desk.finds("渗水").shown()
    drop(desk, huge, good, fake)
    assert kept(desk) == ["好.png"]
    assert f"{MOST_BYTES // MB} MB" in desk.said[-1]
    assert "“照片.jpg” is no picture" in desk.said[-1]


def test_a_pasted_pdf_is_called_a_pdf_and_nothing_is_kept(desk: Desk) -> None:
    desk.finds("渗水").shown()
    copy_bytes("application/pdf", b"%PDF-1.7\n1 0 obj")
    desk.press("Ctrl+V")
    assert "is a PDF" in desk.said[-1]
    assert kept(desk) == []


def test_the_same_photo_is_kept_once(desk: Desk) -> None:
    desk.finds("渗水").shown()
    copy_picture()
    desk.press("Ctrl+V", "Ctrl+V")
    assert len(kept(desk)) == 1
    assert "there already" in desk.said[-1]


def test_v_and_enter_on_a_small_one_show_it_large(desk: Desk) -> None:
    desk.finds("渗水").shown()
    desk.press("V")
    assert desk.said[-1].startswith("This ticket has no photo.")
    for colour in ("#101010", "#e0e0e0"):
        copy_picture(colour)
        desk.press("Ctrl+V")
    seen: list[str] = []
    desk.answers.will_answer(PhotoPanel, lambda panel: _reads(panel, seen))
    desk.press("V")
    desk.answers.will_answer(PhotoPanel, lambda panel: _reads(panel, seen))
    desk.page.detail.side.photos.pictures.setFocus()
    desk.press("Right", "Return")
    assert [words.split("  ")[0] for words in seen] == ["1 of 2", "2 of 2"]


def _reads(panel: PhotoPanel, seen: list[str]) -> bool:
    assert panel.picture.shown.width() == 320
    seen.append(panel.text())
    return False


def test_each_photo_that_is_opened_stands_in_the_trail_once_however_often_it_comes_by(panels: Desk) -> None:
    panels.finds("渗水").shown()
    for colour in ("#101010", "#e0e0e0"):
        copy_picture(colour)
        panels.press("Ctrl+V")
    with panels.keys.when_asked("Right", "Left", "Right", "Esc"):
        panels.press("V")
    office = panels.office
    looks = [row for row in office.office.trail.newest(office.supervisor) if row.action == "look_at_photo"]
    assert [(row.who, row.subject, row.window) for row in looks] == [("王敏", "261120-005", "tickets")] * 2
    assert {row.facts["file"] for row in looks} == {"from the clipboard"}
    with panels.keys.when_asked("Esc"):
        panels.press("V")
    looks = [row for row in office.office.trail.newest(office.supervisor) if row.action == "look_at_photo"]
    assert len(looks) == 3


def test_whoever_may_not_see_what_is_of_residents_opens_no_photo(panels: Desk) -> None:
    panels.finds("渗水").shown()
    copy_picture()
    panels.press("Ctrl+V")
    (photo,) = panels.shown().photos
    context = panels.window.context
    by = replace(context.actor, permissions=ROLES[context.actor.role] - {Permission.UNMASK_PHONE})
    panel = PhotoPanel(replace(context, actor=by), [photo])
    assert panel.problem.text().startswith("王敏 may not see whole phone numbers and photos.")
    assert panel.picture.shown.width() == 0


def test_a_photo_that_does_not_belong_there_is_taken_off_with_its_reason(panels: Desk) -> None:
    panels.finds("渗水").shown()
    for colour in ("#101010", "#e0e0e0"):
        copy_picture(colour)
        panels.press("Ctrl+V")
    with panels.keys.when_asked("Del", "Esc"), panels.keys.when_asked(*"wrong flat", "Return"):
        panels.press("V")
    assert len(kept(panels)) == 1
    assert panels.shown().timeline[0].text == "wrong flat"
    with panels.keys.when_asked("Del"), panels.keys.when_asked(*"blurred", "Return"):
        panels.press("V")  # with the last one the question ends by itself
    assert kept(panels) == []
