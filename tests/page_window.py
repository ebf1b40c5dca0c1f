"""One page in a window of its own, with real services, prepared answers and a keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from app.access.actor import Actor
from app.core.clock import SetClock
from tests.answers import Answers
from tests.keys import KeyDriver
from ui.shell.actions import ActionRegistry
from ui.shell.changes import Changes
from ui.shell.context import Context
from ui.shell.messages import Messages
from ui.shell.tabs import TABS
from ui.shell.theme import Theme
from ui.shell.ways import Ways
from ui.shell.window_layout import WindowLayout
from ui.shell.worker import Worker

P = TypeVar("P", bound=QWidget)


@dataclass
class PageWindow(Generic[P]):
    """What a test of one page holds; `said` is what the status line was given."""

    window: QMainWindow
    page: P
    context: Context
    answers: Answers
    keys: KeyDriver
    said: list[str]

    def close(self) -> None:
        self.context.worker.close()
        self.window.close()
        self.window.deleteLater()
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # else every later theme dresses it too


def open_page(
    make_page: Callable[[Context], P],
    tab: str,
    office: object,
    actor: Actor,
    clock: SetClock,
    *,
    printing: object = None,
    size: tuple[int, int] = (1366, 697),
    whole: bool = True,
) -> PageWindow[P]:
    """Show a page as its tab (`counter`, `estate` …) would be shown; close it at the end of the test."""
    application = QApplication.instance()
    assert isinstance(application, QApplication), "ask for the qapp fixture"
    window, theme = QMainWindow(), Theme(application)
    theme.setParent(window)
    answers, said = Answers(), list[str]()
    context = Context(
        office=cast("Any", office),
        actor=actor,
        clock=clock,
        questions=answers,
        actions=ActionRegistry(window),
        worker=Worker(window),
        changes=Changes(window),
        printing=cast("Any", printing),
        theme=theme,
        messages=Messages(window),
        layout=WindowLayout(window),
        ways=Ways(window),
    )
    context.messages.said.connect(lambda text, _weight: said.append(text))
    context.actions.refused.connect(lambda _action, why: said.append(why))
    page = make_page(context)
    furnish: Callable[[], None] | None = getattr(page, "furnish", None)
    if whole and furnish is not None:
        furnish()  # a page that would bring its first part alone is whole here
    context.actions.show_tab(tab, tuple(one.name for one in TABS))
    window.setCentralWidget(page)
    window.resize(*size)
    context.layout.measure(size[0], context.theme.percent)
    keys = KeyDriver(window, clock)
    return PageWindow(window, page, context, answers, keys, said)
