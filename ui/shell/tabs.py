"""The tabs of the window: what each is called and where its page is found, read only when it is needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol, cast

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from app.core.language import mark, tr
from ui.shell.context import Context
from ui.shell.late_page import make_page
from ui.widgets.page_stack import PageStack


class Page(Protocol):
    """What the window asks of a page; `keep_draft` is asked before the window closes or after a crash."""

    def focus_search(self) -> None:
        """Put the caret in the page's search box, its text selected."""
        ...

    def keep_draft(self) -> None:
        """Save what is typed and not yet committed."""
        ...


@dataclass(frozen=True, slots=True)
class Tab:
    """One tab; `name` is also its context of keys."""

    name: str
    title: str
    module: str
    page: str

    def make(self, context: Context) -> QWidget:
        """Read the page's file and make the page."""
        return make_page(self.module, self.page, context)


_PAUSE = 150

TABS = (
    Tab("counter", mark("Fee collection"), "ui.counter.counter_page", "CounterPage"),
    Tab("tickets", mark("Tickets"), "ui.tickets.tickets_tab", "TicketsTab"),
    Tab("incidents", mark("Incidents"), "ui.incidents.incidents_tab", "IncidentsTab"),
    Tab("duty", mark("Duty"), "ui.duty.duty_tab", "DutyTab"),
    Tab("notices", mark("Notices"), "ui.notices.notices_tab", "NoticesTab"),
    Tab("estate", mark("Estate"), "ui.estate.estate_page", "EstatePage"),
    Tab("fees", mark("Tariffs"), "ui.fees.page", "FeesPage"),
    Tab("meters", mark("Meters"), "ui.meters.meters_page", "MetersPage"),
)

SETTINGS = Tab("settings", mark("Settings"), "ui.shell.settings.settings_page", "SettingsPage")
ADMIN = Tab("admin", mark("Administration"), "ui.admin.admin_page", "AdminPage")
BESIDE = {tab.name: tab for tab in (SETTINGS, ADMIN)}
"""Pages without a place in the row: asked for again, they give way to the tab before."""


class TabPages(PageStack):
    """The pages of the tabs; each keeps its focus, its scroll and what is typed while another one shows."""

    def __init__(self, context: Context, tabs: tuple[Tab, ...] = TABS) -> None:
        super().__init__()
        self._context = context
        self._tabs = tabs
        self._pages: dict[str, QWidget] = {}
        self._whole: set[str] = set()
        self._focus: dict[str, QWidget] = {}
        self._shown = ""
        self._makes_more = True

    @property
    def names(self) -> tuple[str, ...]:
        """The contexts of all tabs."""
        return tuple(tab.name for tab in self._tabs)

    @property
    def shown(self) -> str:
        """The context of the tab that shows."""
        return self._shown

    def titles(self) -> list[str]:
        """The tabs' words."""
        return [tr(tab.title) for tab in self._tabs]

    def show_tab(self, at: int) -> None:
        """Show a tab's page, making it first if need be, with the focus where it was."""
        self.show_page(self._tabs[at])

    def show_page(self, tab: Tab) -> QWidget:
        """Show the page of a tab, or of one that has no place in the row; it is kept as every tab's page is."""
        self._remember_focus()
        if self._shown not in ("", tab.name):
            self._context.changes.covered.emit()
        page = self.make(tab)
        self._context.actions.show_tab(tab.name, (*self.names, *self._pages))
        self._shown = tab.name
        self.setCurrentWidget(page)
        before = self._focus.get(tab.name)
        if before is not None and before.isEnabled() and before.isVisibleTo(page):  # the page may show another part now
            before.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        else:
            cast("Page", page).focus_search()
        return page

    def open(self, name: str, what: object) -> None:
        """Let the page of a tab go on with what another page led to; the tab shows already."""
        opens: Callable[[object], None] = getattr(self._pages[name], "open")  # noqa: B009 - only some pages have it
        opens(what)

    def make(self, tab: Tab) -> QWidget:
        """The page of a tab."""
        if tab.name not in self._pages:
            page = self._pages[tab.name] = tab.make(self._context)
            page.setAccessibleName(tr(tab.title))
            page.destroyed.connect(lambda: self._focus.pop(tab.name, None))
            self.addWidget(page)
        return self._pages[tab.name]

    def make_in_turn(self, rests: Callable[[], bool]) -> None:
        """Make the pages that nobody has looked at yet, one at a time, so that the first look is quick.

        A page takes some tenths of a second: only while the keys rest, so that nobody types into a window that stands.
        """
        waiting = [tab for tab in self._tabs if tab.name not in self._whole]
        if waiting and self._makes_more:
            if waiting[0].name == self._shown or rests():
                self.make_whole(waiting[0])
            QTimer.singleShot(_PAUSE, self, partial(self.make_in_turn, rests))

    def make_no_more(self) -> None:
        """Another person comes, whose pages have the same keys."""
        self._makes_more = False

    def make_whole(self, tab: Tab) -> QWidget:
        """The page of a tab with all its parts; a page that brings its first part alone has `furnish` for the rest."""
        page = self.make(tab)
        self._whole.add(tab.name)
        furnish: Callable[[], None] | None = getattr(page, "furnish", None)
        if furnish is not None:
            furnish()
        return page

    def focus_search(self) -> None:
        """Put the caret in the search box of the shown page."""
        page = self.currentWidget()
        if page is not None:
            cast("Page", page).focus_search()

    def keep_drafts(self) -> None:
        """Let every page save what is typed."""
        from ui.shell.page_draft import PageDraft  # noqa: PLC0415 - nothing is typed before the first page works

        for page in self._pages.values():
            keep: Callable[[], None] | None = getattr(page, "keep_draft", None)
            if keep is not None:
                keep()
            for draft in page.findChildren(PageDraft):
                draft.keep()

    def _remember_focus(self) -> None:
        focused, page = QApplication.focusWidget(), self.currentWidget()
        if focused is not None and self._shown and page.isAncestorOf(focused):
            self._focus[self._shown] = focused
            focused.destroyed.connect(lambda _=None, name=self._shown: self._focus.pop(name, None))
