"""The tab of meters: the list on the left; the reading round, one meter, a form or the imports on the right."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.ids import MeterId
from app.core.language import tr
from ui.meters.meter_desk import MeterDesk
from ui.meters.meter_form import MeterForm
from ui.meters.meter_sheets import MeterSheets
from ui.meters.meter_view import MeterView
from ui.meters.reading_sheets import ReadingSheetPage
from ui.meters.round_book import FORM, RoundBook
from ui.meters.round_page import RoundPage
from ui.meters.sheet_choice import METERS, READINGS, sheet_choice
from ui.meters.side_list import SideList
from ui.sentences import say
from ui.shell.changes import Change
from ui.shell.context import Context
from ui.shell.draft_watch import DraftWatch
from ui.shell.window_layout import Room
from ui.widgets.sheet_page import SheetPage
from ui.widgets.sizes import px
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, row

TAB = "meters"
_SIDE_WIDTH = {Room.WIDE: 284, Room.NARROW: 248, Room.SMALL: 216}


class MetersPage(QWidget):
    """Esc goes back one level: from a form or a meter to the round, from the round to the search."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._stale = True
        self._make_actions()
        self.book = RoundBook(context, self)
        self.side = SideList(context, self.book, self._new, self._imports)
        self.round = RoundPage(context, self.book, self._new, self._imports)
        self.meter, self.form = MeterView(context), MeterForm(context)
        self._sheets = {
            READINGS: ReadingSheetPage(context, self.book, sheet_choice(context, READINGS, self._show_sheets)),
            METERS: SheetPage(context, METERS, MeterSheets(context, sheet_choice(context, METERS, self._show_sheets))),
        }
        self.sheets: SheetPage = self._sheets[READINGS]
        self.desk = MeterDesk(context, self)
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()
        self._watch = DraftWatch(context, FORM, self._typed, self)

    def focus_search(self) -> None:
        """Put the caret in the search box."""
        self.side.search.take_caret()

    def keep_draft(self) -> None:
        """Keep the values that are typed and not entered, for the next start."""
        self._watch.keep()

    def _typed(self) -> Mapping[str, object] | None:
        texts = self.book.typed_texts()
        return {"texts": dict(texts)} if texts else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._read_again()

    def _make_actions(self) -> None:
        add, actor = self._context.actions.add, self._context.actor
        self._new = add("meters.new", tr("New meter"), "Ctrl+N", self._on_new, context=TAB)
        self._imports = add("meters.imports", tr("Import and export"), "Ctrl+I", self._on_imports, context=TAB)
        add("meters.page", tr("Page of the meter, or back to the round"), "F4", self._on_page, context=TAB)
        add("meters.order", tr("Not read first, only those, or all"), "F3", self._on_order, context=TAB)
        add("meters.back", tr("Back one step"), "Esc", self._on_back, context=TAB)
        if not actor.may(Permission.MANAGE_METERS):
            self._new.turn_off(say(NotPermitted(actor.name, Permission.MANAGE_METERS)))

    def _lay_out(self) -> None:
        for page in (self.round, self.meter, self.form, *self._sheets.values()):
            self._stack.addWidget(page)
        self._rule = Rule(upright=True)
        self.setLayout(row(self.side, self._rule, self._stack, space=0))
        self._on_room_changed()

    def _connect(self) -> None:
        self.side.chosen.connect(self._on_chosen)
        self.side.entered.connect(self._on_entered)
        self.round.current_changed.connect(lambda line: self.side.follow(None if line is None else line.meter.id))
        self.round.correction_wanted.connect(self._on_correction)
        self.round.written.connect(self._tell)
        self.meter.change_wanted.connect(self._on_change)
        self.desk.follow(self.meter)
        self.desk.changed.connect(self._on_changed_here)
        self.form.saved.connect(self._on_saved)
        for sheets in self._sheets.values():
            sheets.changed.connect(self._on_changed_here)
        self._context.changes.changed.connect(self._on_changed)
        self._context.layout.changed.connect(self._on_room_changed)
        self._context.theme.changed.connect(self._on_room_changed)

    def _page(self) -> SubPage:
        page = self._stack.currentWidget()
        assert isinstance(page, SubPage)
        return page

    def _show(self, page: SubPage, *, focus: bool = False) -> None:
        self._stack.setCurrentWidget(page)
        self._fold()
        if focus:
            page.take_focus()

    def _read_again(self) -> None:
        first, self._stale = not self.book.whole, False
        self.side.load()
        if first:
            self._find_draft()
        if self._page() is self.meter and self.meter.meter_id is not None:
            self.meter.show_meter(self.meter.meter_id)

    def _find_draft(self) -> None:
        kept: Any = self._watch.found()
        if kept is not None:
            self.book.take_up(kept.get("texts", {}))
            self.round.show_book()

    def _on_chosen(self, meter_id: MeterId) -> None:
        self.round.table.choose_key(meter_id)
        if self._page() is self.meter:
            self.meter.show_meter(meter_id)

    def _on_entered(self) -> None:
        meter_id = self.side.current()
        if meter_id is not None:
            self._on_chosen(meter_id)
        if self._page() not in (self.round, self.meter):
            self._show(self.round)
        self._page().take_focus()

    def _on_page(self) -> None:
        if self._page() is self.meter:
            self._show(self.round, focus=True)
            return
        meter_id = self._meter_in_hand()
        if meter_id is not None:
            self.meter.show_meter(meter_id)
            self._show(self.meter, focus=True)

    def _meter_in_hand(self) -> MeterId | None:
        line = self.round.current()
        if self.side.isAncestorOf(self.focusWidget()) or line is None:
            return self.side.current() or (None if line is None else line.meter.id)
        return line.meter.id

    def _on_order(self) -> None:
        self.side.next_order()
        self._context.messages.hint(self.side.order.currentText())

    def _on_new(self) -> None:
        self.form.begin(None)
        self._show(self.form, focus=True)

    def _on_change(self, page: object) -> None:
        self.form.begin(page)
        self._show(self.form, focus=True)

    def _on_imports(self) -> None:
        self._show_sheets(self.sheets.keys)

    def _show_sheets(self, name: str) -> None:
        self.sheets = self._sheets[name]
        self.sheets.begin()
        self._show(self.sheets, focus=True)

    def _on_back(self) -> None:
        page = self._page()
        if page.back():
            return
        if page is self.form and self.form.about is not None:
            self._show(self.meter, focus=True)
        elif page is not self.round:
            self._show(self.round, focus=True)
        else:
            if not page.isAncestorOf(self.focusWidget()):
                self.side.search.clear()
            self.focus_search()

    def _on_correction(self, line: Any) -> None:
        if self.desk.correct_typed(line, self.book.entry(line)):
            self.book.forget(line)
            self.book.read_again(line)
            self.round.table.step(1)
        self.round.take_focus()

    def _on_changed_here(self) -> None:
        self._read_again()
        self._tell()

    def _on_saved(self, meter_id: MeterId) -> None:
        self.side.search.clear()
        self.side.load()
        self.side.follow(meter_id)
        self.round.table.choose_key(meter_id)
        self.meter.show_meter(meter_id)
        self._show(self.meter, focus=True)
        self._tell()

    def _on_changed(self, change: Change) -> None:
        if change.by is self or not change.concerns("estate", "fees", "counter"):
            return
        self._stale = True
        if self.isVisible():
            self._read_again()

    def _tell(self) -> None:
        self._context.changes.announce("meters", by=self)

    def _on_room_changed(self) -> None:
        room = self._context.layout.room
        self.side.setFixedWidth(px(_SIDE_WIDTH[room]))
        self.side.fold(px(_SIDE_WIDTH[room]))
        self._fold()

    def _fold(self) -> None:
        working = self._stack.currentWidget() is not self.round
        hidden = working and self._context.layout.room is Room.SMALL
        self.side.setVisible(not hidden)
        self._rule.setVisible(not hidden)
