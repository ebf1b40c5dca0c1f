"""The tab of tariffs: a list on the left; beside it a tariff, a billing run, a shared cost, or the work on one."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent

from app.core.ids import SharedCostId, TariffId
from ui.fees.disclosure.printing import show_disclosure
from ui.fees.finished import Finished
from ui.fees.later_pages import LaterPages
from ui.fees.runs.run_page import RunPage
from ui.fees.shared.page import SharedPage
from ui.fees.side_list import SideList
from ui.fees.sides import Side
from ui.fees.tab_actions import TAB, TabActions
from ui.fees.tariff_work import TariffWork
from ui.fees.tariffs.tariff_form import LeftForm, TariffForm
from ui.fees.tariffs.tariff_page import TariffPage
from ui.fees.unfinished import Unfinished
from ui.fees.welcome import Welcome
from ui.shell.changes import Change
from ui.shell.context import Context
from ui.shell.window_layout import Room
from ui.widgets.sheet_page import SheetPage
from ui.widgets.sizes import px
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, row

__all__ = ["TAB", "FeesPage"]

_Standing = Welcome | TariffPage | RunPage | SharedPage
"""The pages that follow the list."""
_OWN_WIDTH = {Room.WIDE: 284, Room.NARROW: 248, Room.SMALL: 232}


class FeesPage(LaterPages):
    """Holds the list and the page beside it; Esc goes back one level, from the work to the list to its search."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._stale = True
        actions = TabActions(context, self)
        self.side = SideList(context, actions.sides, actions.foot)
        self.tariff, self.form = TariffPage(context, self._book), TariffForm(context, self._book)
        self._unfinished = Unfinished(context, self.form, actions.restore)
        self._tariff_work = TariffWork(self.side, self.tariff, self.form, self, self._show)
        self._finished = Finished(self.side, self.tariff, self, self._unfinished)
        self.welcome = Welcome(context, actions.new, actions.bill, actions.share)
        self._lay_out()
        self._connect()

    def focus_search(self) -> None:
        """Put the caret in the search box."""
        self.side.search.take_caret()

    def keep_draft(self) -> None:
        """Keep the form that is not saved, for the next start."""
        self._unfinished.keep_draft(self._page())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.side.is_read:
            self._stale = False
            self.side.show_side(Side.TARIFFS)
            self._unfinished.find_draft()
        elif self._stale and isinstance(self._page(), _Standing):
            self._read_again()

    def _lay_out(self) -> None:
        for page in (self.welcome, self.tariff, self.form):
            self._stack.addWidget(page)
        self._rule = Rule(upright=True)
        self.setLayout(row(self.side, self._rule, self._stack, space=0))
        self._on_room_changed()

    def _connect(self) -> None:
        self.side.chosen.connect(self._on_chosen)
        self.side.entered.connect(lambda: self._page().take_focus())
        done = self._finished
        self.tariff.ended.connect(done.ended)
        for work in (self.form, self):
            work.saved.connect(done.saved)
        self.made.connect(done.billed)
        self.shared_out.connect(done.was_shared)
        self.undone.connect(done.undone)
        done.changed.connect(self._tell)
        self.sheet_done.connect(self._on_sheet)
        self._context.changes.changed.connect(self._on_changed)
        self._context.layout.changed.connect(self._on_room_changed)
        self._context.theme.changed.connect(self._on_room_changed)

    def _page(self) -> SubPage:
        page = self._stack.currentWidget()
        assert isinstance(page, SubPage)
        return page

    def _show(self, page: SubPage, *, focus: bool = False) -> None:
        if page is not self._stack.currentWidget():
            self._unfinished.remember(self._page())
        self._stack.setCurrentWidget(page)
        self._fold()
        if focus:
            page.take_focus()

    def show_side(self, side: Side) -> None:
        self.side.show_side(side)
        self.side.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_chosen(self, what: Any) -> None:
        if what is None:
            self.welcome.show_side(self.side.side, empty=self.side.is_empty)
            self._show(self.welcome)
        elif self.side.side is Side.TARIFFS:
            self.tariff.show_tariff(TariffId(what))
            self._show(self.tariff)
        elif self.side.side is Side.SHARED:
            self.shared.show_cost(SharedCostId(what))
            self._show(self.shared)
        else:
            run = next(row for row in self._context.office.billing.runs() if row.id == what)
            self.run.show_run(run)
            self._show(self.run)

    def _show_chosen(self) -> None:
        """The page of the chosen row, read anew only where it is not there already."""
        if self._stale:
            self._read_again()
        elif self.side.side is Side.TARIFFS and self.tariff.shows(self.side.current()):
            self._show(self.tariff)
        else:
            self._on_chosen(self.side.current())

    def begin_tariff(self) -> None:
        self._tariff_work.begin_new()

    def begin_run(self) -> None:
        self.side.show_side(Side.RUNS)
        self.new_run.begin()
        self.side.let_go()
        self._show(self.new_run, focus=True)

    def begin_sharing(self) -> None:
        self.side.show_side(Side.SHARED)
        self.share.begin()
        self.side.let_go()
        self._show(self.share, focus=True)

    def show_discounts(self) -> None:
        self.discounts.load()
        self.side.let_go()
        self._show(self.discounts, focus=True)

    def show_tariff_sheets(self) -> None:
        self._show_sheets(self.tariff_sheets)

    def show_arrears(self) -> None:
        self._show_sheets(self.arrears)

    def _show_sheets(self, page: SheetPage) -> None:
        page.begin()
        self.side.let_go()
        self._show(page, focus=True)

    def _on_sheet(self) -> None:
        """What a sheet did is read when the list is shown next; the page of the sheet stays."""
        self._stale = True
        self._tell()

    def show_disclosure(self) -> None:
        show_disclosure(self._context)

    def go_back(self) -> None:
        page = self._page()
        if page.back():
            return
        if not isinstance(page, _Standing):
            self._show_chosen()
            self.side.take_back()
        elif self.side.search.text():
            self.side.search.clear()
            self.focus_search()
        else:
            self.focus_search()

    def restore(self) -> None:
        left = self._unfinished.take()
        if isinstance(left, LeftForm):
            self.form.take_up(left)
            self._show(self.form, focus=True)
        elif left is not None:
            self._show(left, focus=True)

    def _on_changed(self, change: Change) -> None:
        if change.by is self or not change.concerns("fees", "estate"):
            return
        self._stale = True
        if self.isVisible() and isinstance(self._page(), _Standing):
            self._read_again()

    def _read_again(self) -> None:
        self._stale = False
        self.side.load()

    def _tell(self) -> None:
        self._context.changes.announce("fees", by=self)

    def _on_room_changed(self) -> None:
        room = self._context.layout.room
        self.side.setFixedWidth(px(_OWN_WIDTH[room]))
        self.side.fold(px(_OWN_WIDTH[room]), narrow=room is not Room.WIDE, small=room is Room.SMALL)
        self._fold()

    def _fold(self) -> None:
        working = not isinstance(self._stack.currentWidget(), _Standing)
        hidden = working and self._context.layout.room is Room.SMALL
        self.side.setVisible(not hidden)
        self._rule.setVisible(not hidden)
