"""The page of the audit trail: rows in plain words, a search that is kept, and a verification in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.clock import SetClock
from app.counter.shifts.printed_ends import Book, FoundSum
from app.store.folder import DataFolder
from app.store.truths import Finding
from tests.accessibility import cut_texts, nameless
from tests.conftest import MORNING
from tests.office_builder import OfficeBuilder
from tests.page_window import PageWindow, open_page
from ui.admin.audit.audit_page import KEYS, AuditPart
from ui.admin.audit.found_words import found_words
from ui.admin.audit.printed_sum_panel import PrintedSumPanel
from ui.sentences.trail import action_words, window_words
from ui.sentences.trail_facts import facts_words
from ui.widgets.chip import Mood


@pytest.fixture
def shown(qapp: QApplication, office_folder: DataFolder) -> Iterator[PageWindow[AuditPart]]:
    built = OfficeBuilder(office_folder.path, SetClock(MORNING))
    built.office.trail.note_saved(built.cashier, "工单.xlsx", "Tickets")
    window = open_page(AuditPart, KEYS, built.office, built.supervisor, built.clock)
    window.page.begin()
    yield window
    window.close()
    built.office.close()


def test_the_newest_act_stands_first_in_plain_words(shown: PageWindow[AuditPart]) -> None:
    row = shown.page.table.rows_model.rows[0]
    assert (row.who, action_words(row.action), row.subject) == ("王敏", "saved a file", "工单.xlsx")
    assert facts_words(row.action, row.facts) == "contains Tickets"


def test_a_search_shows_what_fits(shown: PageWindow[AuditPart]) -> None:
    shown.answers.will_write("工单")
    shown.keys.press("F7")
    assert [row.subject for row in shown.page.table.rows_model.rows] == ["工单.xlsx"]


def test_what_holds_and_what_does_not_is_said(shown: PageWindow[AuditPart]) -> None:
    shown.page._say([Finding("every journal entry balances", ())])
    assert "nothing was altered" in shown.page.strip.text()
    shown.answers.will_read()
    shown.page._say([Finding("every journal entry balances", ("7: 1",))])
    assert shown.answers.all_used()


def test_a_sum_from_a_printed_z_report_is_compared_by_keys(shown: PageWindow[AuditPart]) -> None:
    shown.answers.will_answer(PrintedSumPanel, "7f3a09c2b1d488e0")
    shown.keys.press("F6")
    while shown.context.worker.is_busy:
        QTest.qWait(20)
    assert "Nothing here has this sum" in shown.page.strip.text()
    assert action_words(shown.page.table.rows_model.rows[0].action) == "compared a printed Z report"


def test_a_row_that_is_too_long_is_read_whole(shown: PageWindow[AuditPart]) -> None:
    told: list[tuple[str, str]] = []
    shown.page.context.questions.tell = lambda title, text: told.append((title, text))  # type: ignore[method-assign]
    shown.page.take_focus()
    shown.keys.press("Return")
    ((title, text),) = told
    when, about, *_, contains = text.splitlines()
    assert (title, when, about, contains) == ("saved a file", "2026-11-20 09:00, 王敏", "工单.xlsx", "contains Tickets")


def test_what_a_found_sum_proves_is_said() -> None:
    found = FoundSum(Book.TRAIL, 41, MORNING, "")
    words, mood = found_words(found)
    assert (mood, "row 41 of the audit trail of 2026-11-20" in words) == (Mood.OK, True)
    words, mood = found_words(replace(found, book=Book.JOURNAL, broken="3 payment R-000001"))
    assert (mood, "journal entry 41" in words, "3 payment R-000001" in words) == (Mood.DANGER, True, True)


def test_everything_has_a_name_and_no_word_is_cut(shown: PageWindow[AuditPart]) -> None:
    assert nameless(shown.page) == []
    assert cut_texts(shown.page) == []


def test_words_of_actions_and_windows() -> None:
    assert window_words("counter") == "Fee collection"
    assert action_words("no_words_yet") == "no words yet"
