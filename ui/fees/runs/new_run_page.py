"""A new billing run: month, items and units, the preview they lead to, and the step that writes it."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.ids import FeeItemId, UnitId
from app.core.language import tr
from app.core.periods import add_months
from app.core.show import show_money, show_months
from app.fees.billing import RunRequest, RunRow
from app.fees.items import FeeItem
from ui.fees.runs.preview_facts import PreviewFacts, item_lines, months_to_bill, next_month_to_bill
from ui.fees.runs.run_band import RunBand
from ui.fees.runs.run_lists import RunLists, Shown
from ui.fees.runs.run_units import RunUnits
from ui.fees.runs.run_work import RunWork
from ui.fees.shelf import Shelf
from ui.fees.sort_by_key import sort_next
from ui.fees.terms_words import charges_words
from ui.fees.unit_book import UnitBook
from ui.sentences import say
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.shell.window_layout import Room
from ui.widgets.chip import Mood
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.scrolling import Scrolling
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane

KEYS = "fees.new_run"


class NewRunPage(SubPage):
    """The preview follows every choice; `made` comes with the run."""

    made = Signal(object)

    def __init__(self, context: Context, book: UnitBook) -> None:
        super().__init__(context, KEYS, tr("Bill a month"))
        self._items: list[FeeItem] = []
        self._chosen: set[FeeItemId] = set()
        self._units: frozenset[UnitId] | None = None
        self._facts: PreviewFacts | None = None
        self.work = RunWork(context, book, self)
        self.units = RunUnits(context, book, KEYS)
        self.choice = self.units.choice
        self._make_actions()
        self.band = RunBand(self._choose_units)
        self.lists = RunLists(self._list_actions, self._fold)
        self.steps = QStackedWidget()
        self.strip = NoteStrip()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Propose the month after the last one billed, with every item that a tariff charges."""
        office, today = self.context.office, self.context.clock.now().date()
        self._items = list({row.tariff.item.id: row.tariff.item for row in office.tariffs.rows()}.values())
        self._chosen = {item.id for item in self._items}
        self.band.offer_months(months_to_bill(today), next_month_to_bill(office.billing.runs(), today))
        self.lists.show_list(Shown.BILLS)
        self._units = None
        self.steps.setCurrentIndex(0)
        self._ask()

    def look_again(self) -> None:
        """Ask for the preview anew, after something has changed."""
        if self._items:
            self._ask()

    def take_focus(self) -> None:
        if self._is_choosing():
            self.choice.take_focus()
        else:
            self.band.month.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        if not self._is_choosing():
            return self.lists.pane.clear_filter()
        if not self.choice.pane.clear_filter():
            self._show_preview()
        return True

    def _is_choosing(self) -> bool:
        return self.steps.currentWidget() is self.choice

    def _make_actions(self) -> None:
        add = self.context.actions.add
        self._run = add("fees.run", tr("Bill"), "F9", self._on_run, context=KEYS, commits=True)
        self._fold = add("fees.explain_bill", tr("How it is computed"), "F4", self._on_fold, context=KEYS)
        named = (
            (Shown.BILLS, tr("To be charged"), "F5"),
            (Shown.SKIPS, tr("Skipped"), "F6"),
            (Shown.BARE, tr("Without a tariff"), "F7"),
            (Shown.CONSPICUOUS, tr("Only conspicuous"), "F8"),
        )
        self._list_actions: list[tuple[Shown, Action]] = [
            (shown, add(f"fees.{shown}", words, key, partial(self._on_shown, shown), context=KEYS))
            for shown, words, key in named
        ]
        self._choose_units = add("fees.run_units", tr("Choose units"), "Alt+U", self._on_choose_units, context=KEYS)
        add("fees.filter_bills", tr("Filter the rows"), "Ctrl+F", self._on_filter, context=KEYS)
        add("fees.sort_bills", tr("Sort by the next column"), "Alt+S", self._on_sort, context=KEYS)

    def _lay_out(self) -> None:
        foot = row(self.strip, KeyButton(self._run, Kind.PRIMARY), space=16, margins=(24, 8, 24, 12))
        foot.setStretchFactor(self.strip, 1)
        inside = column(self.band, Rule(), space=0)
        inside.addWidget(Shelf(self.lists, least=280), 1)
        for step in (Scrolling(inside), self.choice):
            self.steps.addWidget(step)
        self.setLayout(column(self.steps, Rule(), foot, space=0))

    def _connect(self) -> None:
        self.band.month_chosen.connect(lambda _: self._ask())
        self.band.item_toggled.connect(self._on_item_toggled)
        self.choice.chosen_changed.connect(self._settle)
        self.work.previewed.connect(self._on_previewed)
        self.work.made.connect(self._on_made)
        self.work.refused.connect(lambda words: self.strip.say(words, Mood.DANGER))
        self.work.busy_changed.connect(self._settle)
        self.context.layout.changed.connect(self._on_room_changed)
        self._on_room_changed(self.context.layout.room)

    def _on_shown(self, shown: Shown) -> None:
        self.lists.show_list(shown)
        self.lists.take_focus()

    def _on_fold(self) -> None:
        self.lists.fold()

    def _on_room_changed(self, room: Room) -> None:
        self.band.items.fold(narrow=room is Room.SMALL)
        self.lists.make_room(narrow=room is Room.SMALL)

    def _pane(self) -> TablePane[Any]:
        return self.choice.pane if self._is_choosing() else self.lists.pane

    def _on_sort(self) -> None:
        self.context.messages.hint(sort_next(self._pane().table))

    def _on_filter(self) -> None:
        self._pane().filter_box.take_caret()

    def _on_choose_units(self) -> None:
        self.units.offer(self._units, self._show_choice, lambda error: self.strip.say(say(error), Mood.DANGER))

    def _show_choice(self) -> None:
        self.strip.clear()
        self.steps.setCurrentWidget(self.choice)
        self._settle()
        self.choice.take_focus()

    def _take_units(self) -> None:
        self._units = self.units.answer()
        self._show_preview()
        self._ask()

    def _show_preview(self) -> None:
        self.steps.setCurrentIndex(0)
        self._settle()
        self.take_focus()

    def _on_item_toggled(self, item_id: FeeItemId) -> None:
        self._chosen ^= {item_id}
        self._ask()

    def _request(self) -> RunRequest:
        until = self.band.month.value()
        assert until is not None
        whole = self._chosen == {item.id for item in self._items}
        return RunRequest(until, None if whole else frozenset(self._chosen), self._units)

    def _ask(self) -> None:
        self.strip.clear()
        self._facts = None
        self.band.show_units(None if self._units is None else len(self._units))
        self.band.show_items(item_lines(self._items, self._chosen, None))
        self.work.preview(self._request())

    def _on_previewed(self, facts: PreviewFacts) -> None:
        if facts.preview.request != self._request():
            return
        self._facts = facts
        self.band.show_items(item_lines(self._items, self._chosen, facts.preview))
        self.band.show_facts(facts)
        self.lists.show_facts(facts)
        self._say_standing(facts)
        self._settle()

    def _say_standing(self, facts: PreviewFacts) -> None:
        if facts.bills:
            self.strip.say(
                tr("Nothing is written yet. A run can be undone as a whole while none of it is paid."), Mood.MUTE
            )
        else:
            self.strip.say(
                tr("Nothing new is owed through {month}: running again changes nothing.").format(month=self._month()),
                Mood.OK,
            )

    def _settle(self) -> None:
        if self._is_choosing():
            self._run.turn_on()
            self._run.say(self.units.words())
            return
        facts = self._facts
        if self.work.is_writing:
            self._run.turn_off(tr("The charges are being written; the status line shows how far."))
        elif facts is None:
            self._run.turn_off(tr("The preview is on its way."))
        elif not self.context.actor.may(Permission.RUN_BILLING):
            self._run.turn_off(say(NotPermitted(self.context.actor.name, Permission.RUN_BILLING)))
        else:
            self._run.turn_on()
        count = len(facts.bills) if facts else 0
        self._run.say(tr("Bill {charges}").format(charges=charges_words(count)) if count else tr("Bill"))

    def _on_run(self) -> None:
        if self._is_choosing():
            self._take_units()
        elif self._facts is not None:
            title = tr("Billing through {month}").format(month=self._month())
            self.work.run(title, self._request(), self._facts.preview)

    def _on_made(self, run: RunRow) -> None:
        if not run.charges:
            self.context.messages.done(tr("Nothing new was owed; charges whose period has begun became revenue."))
            self._ask()
            return
        words = tr("Billed through {month}: {charges}, {amount} yuan")
        self.context.messages.done(
            words.format(month=self._month(), charges=charges_words(run.charges), amount=show_money(run.amount))
        )
        self.made.emit(run)

    def _month(self) -> str:
        until: date = self._request().until
        return show_months(add_months(until, -1), until)
