"""The counter in a window of its own: real services, real questions, a keyboard, and a printer that can be told off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow

from app.core.clock import SetClock
from app.paper.documents import Offset
from app.paper.profiles import PaperProfile
from app.paper.refusals import PrinterMissing
from tests.keys import KeyDriver
from tests.office_builder import OfficeBuilder
from tests.printing.fake_printers import RawTray
from ui.counter.counter_page import CounterPage
from ui.printing.printer_queue import PrintQueue
from ui.printing.printing_actions import add_printing_actions
from ui.shell.actions import ActionRegistry
from ui.shell.changes import Changes
from ui.shell.context import Context
from ui.shell.messages import Messages
from ui.shell.theme import Theme
from ui.shell.ways import Ways
from ui.shell.window_layout import WindowLayout
from ui.shell.window_questions import WindowQuestions
from ui.shell.worker import Worker

_LOOK_EVERY_MS = 5


def comes_true(condition: Callable[[], bool], within_ms: int = 10_000) -> bool:
    """Let the window work until the condition holds, for at most so long."""
    for _ in range(within_ms // _LOOK_EVERY_MS):
        if condition():
            return True
        QTest.qWait(_LOOK_EVERY_MS)
    return condition()


class PaperTray:
    """A printer that keeps what came out of it; while `missing` nothing does."""

    def __init__(self) -> None:
        self.sheets: list[str] = []
        self.missing = False

    def print_pdf(self, pdf: bytes, paper: PaperProfile, title: str, offset: Offset) -> None:
        if self.missing:
            raise PrinterMissing("EPSON LQ-630K")
        assert pdf.startswith(b"%PDF")
        self.sheets.append(title)

    def gets(self, *titles: str) -> bool:
        """Whether exactly these papers come out in time."""
        return comes_true(lambda: self.sheets == list(titles))


@dataclass
class CounterWindow:
    """What a test holds; `said` is what the status line was given."""

    window: QMainWindow
    page: CounterPage
    context: Context
    keys: KeyDriver
    tray: PaperTray
    said: list[str]

    def close(self) -> None:
        self.context.printing.close()
        self.context.worker.close()
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()


class RightAfterPaint(QObject):
    """Does something in the turn after the first paint of the search box, before the page does anything there."""

    def __init__(self, page: CounterPage, act: Callable[[CounterPage], None]) -> None:
        super().__init__(page)
        self._page, self._act = page, act
        page.search.box.installEventFilter(self)  # the newest filter is asked first

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._page.search.box.removeEventFilter(self)
            QTimer.singleShot(0, self, lambda: self._act(self._page))
        return False


def open_counter(
    builder: OfficeBuilder,
    *,
    size: tuple[int, int] = (1366, 620),
    ticks: Callable[[], float] | None = None,
    tray: PaperTray | None = None,
    percent: int = 100,
    thermal: RawTray | None = None,
    after_paint: Callable[[CounterPage], None] | None = None,
) -> CounterWindow:
    """Show the counter for the cashier of the office.

    It is whole from the beginning, unless the test wants to do something right after the search box was painted.
    """
    application = QApplication.instance()
    assert isinstance(application, QApplication), "ask for the qapp fixture"
    window, printer, said = QMainWindow(), tray or PaperTray(), list[str]()
    actions = ActionRegistry(window)
    questions = WindowQuestions(window, actions)
    questions.people = builder.office.people
    theme = Theme(application, percent=percent)
    theme.setParent(window)
    context = Context(
        office=builder.office,
        actor=builder.cashier,
        clock=builder.clock,
        questions=questions,
        actions=actions,
        worker=Worker(window),
        changes=Changes(window),
        printing=PrintQueue(lambda _name: printer, window, (thermal or RawTray()).named),
        theme=theme,
        messages=Messages(window),
        layout=WindowLayout(window),
        ways=Ways(window),
    )
    add_printing_actions(context)
    questions.keep_for(context)
    context.messages.said.connect(lambda text, _weight: said.append(text))
    actions.refused.connect(lambda _action, why: said.append(why))
    page = CounterPage(context, ticks or _by_clock(builder.clock))
    if after_paint is None:
        page.furnish()
    else:
        RightAfterPaint(page, after_paint)
    actions.add("window.search", "Search", "F2", page.focus_search)
    actions.show_tab("counter", ("counter", "estate", "fees"))
    window.setCentralWidget(page)
    window.resize(*size)
    page.focus_search()
    keys = KeyDriver(window, builder.clock)
    return CounterWindow(window, page, context, keys, printer, said)


def _by_clock(clock: SetClock) -> Callable[[], float]:
    return lambda: clock.now().timestamp()
