"""Walks the whole window of an office with known people: no screen shows a resident's whole number, no file a name."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from sqlalchemy import select

from app.core.clock import SetClock
from app.demo.build import build_demo
from app.demo.plan import DemoPlan
from app.estate.tables import person, phone
from app.incidents.tables import incident_person
from app.store.store import Store
from app.tickets.tables import ticket_reporter
from tests.conftest import MORNING
from tests.keys import KeyDriver
from tests.shell.conftest import MakeWindow
from ui.shell.crash import write_crash_report
from ui.shell.desk import Desk
from ui.shell.opening import Opening
from ui.shell.tabs import TABS

MOST_LINES = 60


@pytest.fixture(scope="module")
def estate_with_people(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("known people") / "demo"
    build_demo(folder, DemoPlan(units=24, months=3, seed=7, now=MORNING), lambda _done, _whole: None)
    return folder


class Walk:
    """The opened window, and what is known of the people in its office."""

    def __init__(self, desk: Desk, keys: KeyDriver, window: QWidget, folder: Path) -> None:
        self.desk, self.keys, self.window, self.folder = desk, keys, window, folder

    def every_page(self) -> Iterator[str]:
        """Each tab as it opens."""
        for at, tab in enumerate(TABS):
            self.keys.press(f"Ctrl+{at + 1}")
            yield tab.name

    def texts(self) -> Iterator[str]:
        """Everything that a person can read or have read to them in the window now."""
        for widget in self.window.findChildren(QWidget):
            yield from (widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
            if isinstance(widget, QLabel | QLineEdit):
                yield widget.text()
            elif isinstance(widget, QPlainTextEdit):
                yield widget.toPlainText()
            elif isinstance(widget, QComboBox):
                yield from (widget.itemText(at) for at in range(widget.count()))
            elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
                yield from _cells(widget.model())


def _cells(model: QAbstractItemModel) -> Iterator[str]:
    for line in range(min(model.rowCount(), MOST_LINES)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                said = model.index(line, column).data(role)
                if isinstance(said, str):
                    yield said


def numbers_of(store: Store) -> set[str]:
    """Every telephone of a resident, wherever it was written down."""
    with store.reading() as connection:
        found = [connection.execute(select(one)).scalars().all() for one in (phone.c.number, ticket_reporter.c.phone)]
        found.append(connection.execute(select(incident_person.c.phone)).scalars().all())
    return {number for numbers in found for number in numbers if len(number) >= 7}


def names_of(store: Store) -> set[str]:
    with store.reading() as connection:
        return set(connection.execute(select(person.c.name)).scalars())


@pytest.fixture
def walk(
    make_window: MakeWindow,
    estate_with_people: Path,
    tmp_path: Path,
    clock: SetClock,
    qapp: QApplication,
    monkeypatch: pytest.MonkeyPatch,
) -> Walk:
    folder = Path(shutil.copytree(estate_with_people, tmp_path / "whole" / "demo"))
    scratch = tmp_path / "whole" / "scratch"
    scratch.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(scratch))
    monkeypatch.setenv("TMPDIR", str(scratch))
    monkeypatch.setenv("SQLITE_TMPDIR", str(scratch))
    window = make_window()
    opening = Opening(window, folder, clock)
    opening.begin()
    qapp.processEvents()
    assert opening.desk is not None
    return Walk(opening.desk, KeyDriver(window, clock), window, tmp_path / "whole")


def test_no_page_shows_a_whole_number_of_a_resident(walk: Walk) -> None:
    numbers = numbers_of(walk.desk.context.office.store)
    assert len(numbers) > 10
    pattern = re.compile("|".join(map(re.escape, sorted(numbers))))
    seen = [(page, text) for page in walk.every_page() for text in walk.texts() if pattern.search(text)]
    assert seen == []


def test_the_walk_would_find_a_number(walk: Walk) -> None:
    [number, *_] = numbers_of(walk.desk.context.office.store)
    label = QLabel(number, walk.window)
    assert number in set(walk.texts())
    label.deleteLater()


def test_after_a_day_of_work_no_file_of_the_office_holds_a_name_or_number(walk: Walk) -> None:
    office = walk.desk.context.office
    names, numbers = names_of(office.store), numbers_of(office.store)
    walk.keys.press("Ctrl+1", "F2")
    walk.keys.type("138")
    actor = office.demo_actor()
    office.drafts.save(actor, "ticket", {"text": "、".join(sorted(names | numbers))})
    office.find_units.find("138")
    write_crash_report(walk.folder / "demo" / "logs", LookupError(min(names)), MORNING)
    files = [file for file in walk.folder.rglob("*") if file.is_file()]
    assert any(file.name.endswith("-wal") for file in files)
    found = [
        (file.name, word)
        for file in files
        for content in [file.read_bytes()]
        for word in (*names, *numbers)
        for spelled in spellings(word)
        if spelled in content
    ]
    assert found == []


def spellings(word: str) -> tuple[bytes, ...]:
    """The bytes of a word as files hold it."""
    as_json = word.encode("unicode_escape")
    return (word.encode(), word.encode("utf-16-le"), word.encode("gb18030"), as_json)
