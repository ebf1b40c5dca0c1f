"""The desk for personal data: search, everything of one person, and a removal that says why it is refused."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.clock import SetClock
from tests.accessibility import cut_texts, nameless
from tests.conftest import MORNING
from tests.desk.privacy.moved_out import NAME, PHONE, MovedOut
from tests.page_window import PageWindow, open_page
from ui.admin.privacy.correct_panel import CorrectPanel
from ui.admin.privacy.held_panel import HeldPanel, Wish
from ui.admin.privacy.privacy_page import KEYS, PrivacyPart


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory, set_up_office: Path) -> Path:
    folder = tmp_path_factory.mktemp("lived") / "data"
    shutil.copytree(set_up_office, folder)
    there = MovedOut(folder, SetClock(MORNING))
    there.lives_a_while()
    there.office.close()
    return folder


@pytest.fixture
def there(lived: Path, tmp_path: Path) -> Iterator[MovedOut]:
    folder = tmp_path / "data"
    shutil.copytree(lived, folder)
    opened = MovedOut(folder, SetClock(MORNING))
    yield opened
    opened.office.close()


@pytest.fixture
def shown(qapp: QApplication, there: MovedOut) -> Iterator[PageWindow[PrivacyPart]]:
    window = open_page(PrivacyPart, KEYS, there.office, there.by, there.clock)
    window.page.begin()
    yield window
    window.close()


def search(shown: PageWindow[PrivacyPart], typed: str = NAME) -> None:
    shown.answers.will_write(typed)
    shown.keys.press("F7")


def test_nobody_is_listed_before_somebody_is_searched_for(shown: PageWindow[PrivacyPart]) -> None:
    assert shown.page.table.rows_model.rows == []
    search(shown)
    assert [(row.name, row.phones) for row in shown.page.table.rows_model.rows] == [(NAME, ("138****5678",))]


def test_everything_is_shown_with_why_it_cannot_be_removed(shown: PageWindow[PrivacyPart], there: MovedOut) -> None:
    panel = HeldPanel(there.office.personal_data.held(there.by, there.person))
    assert "3-2-501: a role stands" in panel.reasons.text()
    assert PHONE in {row.text for row in panel.table.rows_model.rows}
    panel.deleteLater()


def test_a_removal_is_asked_for_and_leaves_nobody_to_find(shown: PageWindow[PrivacyPart], there: MovedOut) -> None:
    there.is_free_to_go()
    shown.keys.press("F8")
    assert [row.name for row in shown.page.table.rows_model.rows] == [NAME]
    shown.answers.will_answer(HeldPanel, Wish.REMOVE)
    shown.answers.will_confirm(yes=True)
    shown.keys.press("F9")
    assert shown.answers.all_used()
    assert there.office.personal_data.find(there.by, NAME) == ()


def test_a_refused_removal_is_said_on_the_page(shown: PageWindow[PrivacyPart]) -> None:
    search(shown)
    shown.answers.will_answer(HeldPanel, Wish.REMOVE)
    shown.answers.will_confirm(yes=True)
    shown.keys.press("F9")
    assert "cannot be removed yet" in shown.page.strip.text()


def test_a_correction_is_written(shown: PageWindow[PrivacyPart], there: MovedOut) -> None:
    search(shown)

    def corrects(panel: CorrectPanel) -> bool:
        answers: list[object] = []
        panel.answered.connect(answers.append)
        panel.name.setText("张建帼")
        panel._on_save()
        return answers == [True]

    shown.answers.will_answer(HeldPanel, Wish.CORRECT)
    shown.answers.will_answer(CorrectPanel, corrects)
    shown.keys.press("F9")
    assert there.office.estate.person(there.by, there.person).name == "张建帼"


def test_everything_has_a_name_and_no_word_is_cut(shown: PageWindow[PrivacyPart]) -> None:
    search(shown)
    assert nameless(shown.page) == []
    assert cut_texts(shown.page) == []
