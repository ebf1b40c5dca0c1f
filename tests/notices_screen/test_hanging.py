"""Doors are ticked as the notice is hung: Space by Space, a building at once, all at once; then it comes down."""

from __future__ import annotations

from pathlib import Path

from PIL import Image
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from app.notices.asked import Door
from app.notices.issued.standing import Standing
from tests.notices_screen.conftest import OpenDesk
from tests.notices_screen.desk import Desk
from tests.office_builder import OfficeBuilder
from ui.notices.board.photo_panel import PlacePhotoPanel
from ui.notices.board.places_panel import PlacesPanel


def among_places(desk: Desk) -> Desk:
    """The focus goes from the list to the places of the first notice."""
    desk.page.board.list.table.setFocus()
    desk.press("Return")
    assert desk.page.board.detail.table.hasFocus()
    return desk


def test_space_ticks_a_door_and_goes_on_to_the_next(desk: Desk) -> None:
    among_places(desk).press("Down", "Space")
    assert [state for _, state in desk.places()] == ["hangs", "hangs"]
    assert desk.shown().standing is Standing.HANGS
    assert "It hangs" in desk.page.board.detail.strip.text()


def test_space_on_a_ticked_door_takes_the_tick_back(desk: Desk) -> None:
    among_places(desk).press("Space")
    assert sorted(state for _, state in desk.places()) == ["not yet", "not yet"]


def test_all_doors_of_a_building_are_ticked_in_one_act(desk: Desk) -> None:
    doors = [Door("2 栋 大堂", 1), *desk.office.office.postings.doors(1)]
    desk.answers.will_answer(PlacesPanel, tuple(doors))
    among_places(desk).press("A")
    assert len(desk.places()) == 6
    desk.press("End", "B")
    hung = {place for place, state in desk.places() if state == "hangs"}
    assert hung == {"3 栋 1 单元", "2 栋 大堂", "2 栋 1 单元", "2 栋 2 单元", "2 栋 3 单元"}
    desk.press("E")
    assert desk.shown().standing is Standing.HANGS
    desk.press("E")
    assert desk.said[-1] == "All of these hang already."


def test_who_hung_it_stands_with_the_door(desk: Desk) -> None:
    desk.page.board.detail.who.setText("陈队长")
    among_places(desk).press("E")
    assert {one.posted_by for one in desk.office.office.postings.of(desk.shown().id)} == {"王敏", "陈队长"}


def test_places_are_written_with_commas_between_them(desk: Desk) -> None:
    answered: list[tuple[Door, ...]] = []
    panel = PlacesPanel([("none", ()), ("2 栋", desk.office.office.postings.doors(1))], 1)
    panel.answered.connect(answered.append)
    panel.other.setText("东梯厅，北门、公告栏")
    panel._on_add()
    assert [door.label for door in answered[0]][3:] == ["东梯厅", "北门", "公告栏"]
    empty = PlacesPanel([("none", ())])
    empty._on_add()
    assert empty.problem.text() == "Choose the doors of a building, or write a place."


def test_a_place_by_mistake_goes_with_del_and_one_that_hangs_does_not(desk: Desk) -> None:
    among_places(desk).press("Del")
    assert "It hangs there" in desk.said[-1]
    desk.press("Down", "Del")
    assert desk.places() == [("3 栋 1 单元", "hangs")]


def test_what_is_over_comes_down_at_one_door_or_everywhere(desk: Desk) -> None:
    among_places(desk).press("E", "Home", "D")
    assert desk.places()[0][1].startswith("taken down")
    desk.press("Alt+D")
    assert desk.shown().standing is Standing.OVER
    desk.press("Alt+D")
    assert desk.said[-1] == "Nothing of this notice hangs now."


def test_an_overdue_notice_says_so_and_by_how_much(desk: Desk) -> None:
    desk.office.clock.advance(minutes=15 * 60 + 10)
    desk.press("F5")
    assert desk.states() == ["1 h 25 min late"]
    assert "It had to hang by 2026-11-24 08:30" in desk.page.board.detail.strip.text()


def test_a_notice_is_called_off_with_its_reason(desk: Desk) -> None:
    desk.answers.will_write("供电公司取消检修")
    desk.page.board.list.table.setFocus()
    desk.press("K")
    assert desk.shown().called_off_for == "供电公司取消检修"
    assert desk.states() == ["To take down"]
    desk.answers.will_write("再一次")
    desk.press("K")
    assert "was called off at" in desk.said[-1]


def test_a_notice_is_put_off_with_its_doors_and_the_old_one_comes_down(desk: Desk) -> None:
    among_places(desk).press("E", "V")
    assert desk.field("was").text() == "11 月 26 日 星期四 08:30 – 17:30"
    assert len(desk.writing.asked().doors) == 2
    for name, text in (("from", "11-28 08:30"), ("to", "11-28 17:30")):
        desk.types(name, text)
    desk.answers._prepared.append(("SheetPanel", None))
    desk.press("F9")
    assert desk.shown().paper.kind == "推迟"
    assert desk.states() == ["To be posted", "To take down"]


def test_it_is_over_again_by_one_key_and_f9(desk: Desk) -> None:
    desk.page.board.list.table.setFocus()
    desk.press("R")
    assert desk.writing.asked().values["back"] == "2026-11-23T18:45"
    desk.answers._prepared.append(("SheetPanel", None))
    desk.press("F9")
    assert desk.shown().paper.title == "来电通知"


def test_what_cannot_follow_is_said(desk: Desk) -> None:
    desk.press("Ctrl+N", "9")
    for name, text in (("from", "11-24 08:00"), ("to", "12-24 18:00")):
        desk.types(name, text)
    desk.answers._prepared.append(("SheetPanel", None))
    desk.press("F9")
    desk.page.board.list.table.setFocus()
    desk.press("V")
    assert "No notice of this kind follows" in desk.said[-1]


def test_a_photo_is_kept_with_its_door(desk: Desk, tmp_path: Path) -> None:
    picture = tmp_path / "door.jpg"
    Image.new("RGB", (60, 40), "white").save(picture)
    desk.answers.will_open(picture)
    among_places(desk).press("F")
    place = desk.office.office.postings.of(desk.shown().id)[0]
    assert place.has_photo
    assert desk.office.office.postings.photo(place.id).startswith(b"\xff\xd8")
    desk.answers.will_answer(PlacePhotoPanel, None)
    desk.press("F")
    desk.answers.will_answer(PlacePhotoPanel, True)
    desk.answers.will_open(tmp_path / "none.jpg")
    desk.press("F")
    assert "none.jpg" in desk.said[-1]


def test_a_pasted_photo_is_kept_with_its_door(desk: Desk) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(0)
    mime = QMimeData()
    mime.setImageData(image)
    QGuiApplication.clipboard().setMimeData(mime)
    among_places(desk).press("Ctrl+V")
    assert desk.office.office.postings.of(desk.shown().id)[0].has_photo
    QGuiApplication.clipboard().setText("words")
    desk.press("Ctrl+V")
    assert desk.said[-1] == "There is no picture on the clipboard."


def test_typing_finds_a_notice_and_enter_goes_to_its_places(desk: Desk) -> None:
    desk.keys.commit("5 栋")
    desk.press("Return")
    assert desk.page.board.detail.table.hasFocus()
    desk.press("Esc")
    assert desk.page.board.list.table.hasFocus()
    desk.press("Esc")
    assert desk.page.board.list.pane.filter_box.text() == ""


def test_an_office_without_notices_is_told_what_to_press(new_office: OfficeBuilder, desks: OpenDesk) -> None:
    desk = desks(new_office)
    assert desk.page.board.list.pane.empty.isVisible()
    desk.press("Ctrl+P", "Ctrl+N")
    assert desk.page.currentWidget() is desk.page.choice
    desk.press("Esc")
    assert desk.page.currentWidget() is desk.page.board
