"""The pages beside the incidents in the real window: by their keys from the tab, and back by Esc."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.incidents_screen.real_window import RealWindow, opened
from tests.keys import to_tab
from tests.office_builder import OfficeBuilder
from ui.incidents.contacts.contacts_page import ContactsPage
from ui.incidents.journal.journal_page import JournalPage
from ui.incidents.organisation.organisation_page import OrganisationPage
from ui.incidents.plans.plans_page import PlansPage


@pytest.fixture
def real(qapp: QApplication, office: OfficeBuilder) -> Iterator[RealWindow]:
    opening = opened(office)
    yield next(opening)(by=office.supervisor)
    next(opening, None)


@pytest.mark.parametrize(
    ("key", "page"),
    [("Ctrl+Shift+N", ContactsPage), ("Ctrl+Shift+G", OrganisationPage), ("Ctrl+Shift+M", PlansPage)],
)
def test_a_page_comes_by_its_key_and_goes_by_esc(real: RealWindow, key: str, page: type[QWidget]) -> None:
    real.keys.press(to_tab("incidents"), key)
    QTest.qWait(20)
    shown = real.find(page)
    assert shown.isVisible()
    real.keys.press("Esc")
    QTest.qWait(20)
    assert not shown.isVisible()


def test_an_edit_waits_while_an_incident_is_started_and_is_there_again(real: RealWindow) -> None:
    real.keys.press(to_tab("incidents"), "Ctrl+Shift+M", "F4", "F8")
    real.keys.commit("先看监控")
    editor = real.find(PlansPage).editor
    with real.keys.when_asked("1", "3", "Return"):
        real.keys.press("Ctrl+E")
    assert len(real.running()) == 1
    real.keys.press("Ctrl+Shift+M")
    QTest.qWait(20)
    assert editor.isVisible()
    assert "先看监控" in [step.text.zh for step in editor.plan.steps()]


def test_i8_the_home_of_the_tab_says_which_plans_are_overdue(real: RealWindow) -> None:
    real.clock.set(datetime(2027, 12, 1, 9))
    real.keys.press(to_tab("incidents"))
    QTest.qWait(20)
    assert "23" in real.find(JournalPage).strip.text()
