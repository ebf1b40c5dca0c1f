"""The home of the tab while nothing runs: what was, what waits, and its papers, each by one key."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from PIL import Image
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.incidents.journal.rows import Shown
from app.incidents.running.entry import EntryKind
from app.tickets.files.picture import prepare_picture
from tests.accessibility import cut_texts, nameless
from tests.incidents_screen.journal.look_back import LookBack
from tests.office_builder import OfficeBuilder
from tests.page_fixtures import OpenTab
from ui.incidents.journal.figures_panel import FiguresPanel
from ui.incidents.journal.journal_page import JournalPage
from ui.incidents.journal.step_times_panel import StepTimesPanel

REAL, DRILL = 1, 2


def test_while_nothing_runs_the_tab_shows_what_was_with_one_large_button_to_start(desk: LookBack) -> None:
    assert desk.cells("Number") == ["突261120-01"]
    assert desk.cells("Incident") == ["People trapped in a lift"]
    assert desk.journal.start.button.action_shown.spec.keys == ("Ctrl+E",)
    assert desk.journal.start.button.height() >= 44
    assert desk.journal.table.hasFocus()


def test_i4_drills_stand_apart_and_say_so_in_words(desk: LookBack) -> None:
    desk.press("Alt+3")
    assert desk.cells("Number") == ["练261120-02"]
    assert desk.cells("Incident") == ["People trapped in a lift · drill"]
    desk.press("Alt+4")
    assert len(desk.cells("Number")) == 2


def test_i26_what_is_not_reviewed_is_listed_and_said_until_it_is(panels: LookBack) -> None:
    assert "1 report waits for its review" in panels.journal.strip.text()
    panels.press("Alt+2")
    assert panels.cells("Number") == ["突261120-01"]  # a drill is graded instead

    def minutes() -> None:
        panels.keys.press("Ctrl+A")
        panels.keys.type("zhao, shen")
        panels.keys.press("Tab")
        panels.keys.type("one talk was missed")
        panels.keys.press("F9")

    QTimer.singleShot(30, minutes)
    panels.press("F6")
    assert panels.cells("Number") == []
    review = panels.office.office.incident_reports.facts(panels.office.supervisor, REAL).review
    assert review is not None
    assert (review.present, review.findings, review.cause) == ("zhao, shen", "one talk was missed", "门锁触点接触不良")


def test_i26_one_tick_in_the_minutes_makes_a_ticket_of_each_change(panels: LookBack) -> None:
    before = panels.office.office.incidents.tickets(REAL)

    def minutes() -> None:
        panels.keys.press("Tab")
        panels.keys.type("one talk was missed")
        panels.keys.press("Tab", "Tab")
        panels.keys.type("new contacts")
        panels.keys.press("Tab", "Space", "F9")

    QTimer.singleShot(30, minutes)
    panels.press("F6")
    (raised,) = panels.office.office.incidents.tickets(REAL)[len(before) :]
    assert raised.text == "new contacts（事件复盘）"


def test_i26_minutes_without_findings_are_not_taken(panels: LookBack) -> None:
    def empty() -> None:
        panels.keys.press("F9")
        panels.keys.press("Esc")

    QTimer.singleShot(30, empty)
    panels.press("F6")
    assert panels.office.office.incident_reports.facts(panels.office.supervisor, REAL).review is None


def test_i26_the_day_of_a_review_can_be_moved(panels: LookBack) -> None:
    def another_day() -> None:
        panels.keys.press("Ctrl+A")
        panels.keys.type("2026-11-27")
        panels.keys.press("F9")

    QTimer.singleShot(30, another_day)
    panels.press("Shift+F6")
    assert panels.cells("Review on") == ["2026-11-27"]


def test_i29_a_closed_incident_takes_only_dated_additions(panels: LookBack) -> None:
    def addition() -> None:
        panels.keys.type("the patient is home")
        panels.keys.press("F9")

    QTimer.singleShot(30, addition)
    panels.press("F8")
    last = panels.office.office.incidents.log(REAL)[-1]
    assert (last.kind, last.text, last.at) == (EntryKind.ADDED, "the patient is home", panels.office.clock.now())


def test_i25_one_key_shows_the_report(desk: LookBack) -> None:
    shown = desk.will_show()
    desk.press("Ctrl+P")
    assert shown == ["突发重大事件报告 突261120-01"]
    again = desk.will_show()
    desk.press("Return")
    assert again == shown


def test_i25_the_report_goes_to_excel(desk: LookBack, tmp_path: Path) -> None:
    desk.answers.will_save(tmp_path / "report.xlsx")
    desk.press("Ctrl+Shift+X")
    assert "Log" in load_workbook(tmp_path / "report.xlsx").sheetnames


def test_i21_the_booklet_and_the_filled_list_are_shown_by_a_key(desk: LookBack) -> None:
    shown = desk.will_show()
    desk.press("F4")
    assert shown == ["电梯困人 应急检查单 突261120-01"]
    booklet = desk.will_show()
    desk.press("Ctrl+Shift+B")
    assert booklet == ["应急手册"]


def test_i27_times_of_steps_are_shown_with_those_to_revise(desk: LookBack) -> None:
    seen = list[str]()

    def look(panel: StepTimesPanel) -> Any:
        seen.extend(one.step for one in panel.table.rows_model.rows if one.revise)

    desk.answers.will_answer(StepTimesPanel, look)
    desk.press("F7")
    assert "save-video" in seen
    assert "how-many" not in seen


def test_i4_figures_count_drills_apart(desk: LookBack) -> None:
    seen = list[str]()

    def look(panel: FiguresPanel) -> Any:
        seen.append(panel.whole.text())
        seen.extend(bar.text for bar in panel.chart.bars)

    desk.answers.will_answer(FiguresPanel, look)
    desk.press("Shift+F7")
    assert seen[0] == "2026: 1 incidents, 1 drills (counted apart)"
    assert seen[1:] == ["0"] * 10 + ["1", "0"]


def test_a_cashier_may_not_review_and_is_told_so(office: OfficeBuilder, desks: OpenTab) -> None:
    desk: LookBack = desks(office, by=office.cashier)
    desk.press("F6")
    assert any("review" in words or "supervisor" in words for words in desk.said)


def test_going_to_one_incident_shows_the_part_in_which_it_stands(desk: LookBack) -> None:
    desk.journal.show_incident(DRILL)
    assert desk.journal.shown is Shown.DRILLS
    current = desk.journal.table.current()
    assert current is not None
    assert current.id == DRILL


def test_the_filter_finds_and_esc_empties_it(desk: LookBack) -> None:
    desk.press("Alt+4", "Ctrl+F")
    desk.keys.type("drill")
    QTest.qWait(250)
    assert desk.cells("Number") == ["练261120-02"]
    desk.press("Esc")
    assert len(desk.cells("Number")) == 2


def test_every_part_has_a_name_and_no_words_are_cut(office: OfficeBuilder, desks: OpenTab, qapp: QApplication) -> None:
    for size in ((1366, 697), (1093, 545)):
        desk: LookBack = desks(office, size=size)
        qapp.processEvents()
        assert nameless(desk.journal) == []
        assert cut_texts(desk.journal) == []
        desk.close()


def test_the_journal_is_the_home_of_the_tab(desk: LookBack) -> None:
    assert isinstance(desk.page.currentWidget(), JournalPage)
    desk.press("Esc")
    assert isinstance(desk.page.currentWidget(), JournalPage)


def test_photos_are_seen_large_and_each_look_is_kept(panels: LookBack) -> None:
    panels.journal.table.choose(0)
    panels.press("V")
    assert panels.said[-1] == "This incident has no photo."
    office = panels.office.office
    file = BytesIO()
    Image.new("RGB", (60, 40), "grey").save(file, "PNG")
    office.incident_photos.add(panels.office.cashier, REAL, prepare_picture(file.getvalue(), "井道.png"))
    with panels.keys.when_asked("Right", "Esc"):
        panels.press("V")
    looks = [row for row in office.trail.newest(panels.office.supervisor) if row.action == "look_at_photo"]
    assert [(row.subject, row.facts["file"]) for row in looks] == [("突261120-01", "井道.png")]
