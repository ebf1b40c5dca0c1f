"""A new recovery sheet by keys, and an office of an older version whose key lies open until it has one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from app.core.clock import SetClock
from app.store.folder import DataFolder
from app.store.keyring import Keyring
from tests.accessibility import cut_texts, nameless
from tests.conftest import MORNING
from tests.office_builder import CASHIER_PASSWORD, SUPERVISOR_PASSWORD, OfficeBuilder
from tests.page_window import PageWindow, open_page
from ui.admin.keys.keys_page import KEYS, KeysPart
from ui.admin.keys.recovery_panel import RecoveryPanel


@pytest.fixture
def shown(qapp: QApplication, office_folder: DataFolder) -> Iterator[PageWindow[KeysPart]]:
    built = OfficeBuilder(office_folder.path, SetClock(MORNING))
    built.office.sign_in("沈若兰", SUPERVISOR_PASSWORD)
    built.office.sign_in("王敏", CASHIER_PASSWORD)
    window = open_page(KeysPart, KEYS, built.office, built.supervisor, built.clock)
    window.page.take_focus()
    yield window
    window.close()
    built.office.close()


def words(shown: PageWindow[KeysPart]) -> str:
    return "\n".join(label.text() for label in shown.page.findChildren(QLabel))


def test_the_page_says_how_the_key_lies_and_is_readable(shown: PageWindow[KeysPart]) -> None:
    assert "until a recovery sheet is made and kept" in words(shown)
    assert (nameless(shown.page), cut_texts(shown.page)) == ([], [])


def test_a_sheet_that_is_made_and_typed_back_locks_the_data(shown: PageWindow[KeysPart]) -> None:
    panels: list[RecoveryPanel] = []

    def keep(panel: RecoveryPanel) -> bool:
        panels.append(panel)
        return True

    shown.answers.will_confirm(yes=True)
    shown.answers.will_answer(RecoveryPanel, keep)
    shown.keys.press("F8")
    assert shown.answers.all_used()
    assert not Keyring.read(shown.context.office.store.folder).is_open
    assert "The data is locked" in words(shown)


def test_a_sheet_that_nobody_typed_back_leaves_the_key_where_it_was(shown: PageWindow[KeysPart]) -> None:
    shown.answers.will_confirm(yes=True)
    shown.answers.will_answer(RecoveryPanel, None)
    shown.keys.press("F8")
    assert Keyring.read(shown.context.office.store.folder).is_open
    assert "nobody has typed a group" in words(shown)
