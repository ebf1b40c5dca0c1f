"""A window that has gone is forgotten whole: what still held a part of it would grow all day, from tab to tab."""

import gc
from collections import Counter

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app.core.clock import SetClock
from app.store.folder import DataFolder
from tests.incidents_screen.real_window import RealWindow
from tests.office_builder import OfficeBuilder
from ui.shell.tabs import TABS


def held() -> list[QObject]:
    """What Python holds of the things of Qt."""
    gc.collect()
    return [one for one in gc.get_objects() if isinstance(one, QObject)]


def test_nothing_stays_of_a_window_with_all_its_tabs(
    qapp: QApplication, office_folder: DataFolder, clock: SetClock
) -> None:
    before = held()
    known = {id(one) for one in before}
    builder = OfficeBuilder(office_folder.path, clock)
    real = RealWindow.open(builder)
    for tab in TABS:
        real.desk.pages.make_whole(tab)
    real.desk.context.printing.list_printers()
    real.close()
    del real
    builder.office.close()
    gone = [one for one in held() if not isValid(one) and id(one) not in known]
    assert Counter(type(one).__name__ for one in gone) == Counter()
