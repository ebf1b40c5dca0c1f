"""A new common cost: its fields, the units that share it, the shares it leads to, and the step that charges them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.core.show import show_money
from app.fees import refusals as fees
from app.fees.items import FeeItem
from app.fees.shared import refusals as shared
from app.fees.shared.request import SharedCostPage, SharedPreview, SharedRequest
from ui.fees.long_read import LongRead
from ui.fees.shared.fields import SharedFields
from ui.fees.shared.proposal import SharedProposal
from ui.fees.shelf import Shelf
from ui.fees.sort_by_key import sort_next
from ui.fees.terms_words import units_words
from ui.fees.unit_book import LARGE, UnitBook
from ui.fees.unit_choice import UnitChoice
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.window_layout import Room
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_view import TableView
from ui.widgets.text_label import page_title

KEYS = "fees.sharing"
_COLUMNS = {Room.WIDE: 3, Room.NARROW: 2, Room.SMALL: 1}


class SharedForm(SubPage):
    """Two steps in one place: the choice of units, then their shares; `saved` comes with the cost's id."""

    saved = Signal(object)

    def __init__(self, context: Context, book: UnitBook) -> None:
        super().__init__(context, KEYS, tr("Share a cost"))
        self._book = book
        self._reading = LongRead(context, self)
        self._preview: SharedPreview | None = None
        self._writes = False
        self._make_actions()
        self.fields = SharedFields(lambda: context.clock.now().date())
        self.choice = UnitChoice(self._all, self._none)
        self.proposal = SharedProposal(self._leave_out)
        self.steps = QStackedWidget()
        self._problem = ErrorLine()
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Empty fields, every unit offered, none chosen."""
        office = self.context.office
        self.fields.begin(self._items(), office.shared_costs.public_meters())
        self._show_choice()
        self._reading.ask(
            tr("Units to choose"),
            self._book.units,
            lambda units: self.choice.offer(units, office.estate.tree()),
            self._say,
            long=self._book.is_large and not self._book.is_read,
        )

    @property
    def has_choice(self) -> bool:
        """Whether something was typed or chosen that leaving would lose."""
        return self.fields.is_begun or bool(self.choice.chosen())

    def take_focus(self) -> None:
        if self._is_choosing():
            self.fields.title.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.proposal.take_focus()

    def back(self) -> bool:
        if self._is_choosing():
            return self.choice.pane.clear_filter()
        self._show_choice()
        self.choice.table.setFocus()
        return True

    def _items(self) -> list[FeeItem]:
        return [item for item in self.context.office.fee_items.all() if item.active and item.one_off_price is None]

    def _is_choosing(self) -> bool:
        return self.steps.currentWidget() is self.choice

    def _make_actions(self) -> None:
        add = self.context.actions.add
        self._all = add("fees.share_all", tr("All shown"), ("Alt+A", "Ctrl+A"), self._on_all, context=KEYS)
        self._none = add("fees.share_none", tr("None"), "Alt+N", self._on_none, context=KEYS)
        self._next = add("fees.share_next", tr("Preview"), "F9", self._on_next, context=KEYS, commits=True)
        self._leave_out = add("fees.share_leave_out", tr("Leave them out"), "Alt+L", self._on_leave_out, context=KEYS)
        add("fees.share_filter", tr("Filter the units"), "Ctrl+F", self._on_filter, context=KEYS)
        add("fees.share_sort", tr("Sort by the next column"), "Alt+S", self._on_sort, context=KEYS)

    def _lay_out(self) -> None:
        self.steps.addWidget(self.choice)
        self.steps.addWidget(self.proposal)
        title = row(page_title(tr("Share a cost")), None, margins=(24, 12, 24, 6))
        fields = row(self.fields, margins=(24, 0, 24, 4))
        foot = row(self._problem, KeyButton(self._next, Kind.PRIMARY), space=16, margins=(24, 8, 24, 12))
        foot.setStretchFactor(self._problem, 1)
        inside = column(title, fields, Rule(), space=0)
        inside.addWidget(Shelf(self.steps, least=300), 1)
        self.setLayout(column(Scrolling(inside), Rule(), foot, space=0))

    def _connect(self) -> None:
        self.fields.changed.connect(self._show_choice)
        self.choice.chosen_changed.connect(self._on_chosen_changed)
        self.context.layout.changed.connect(self._on_room_changed)
        self.context.theme.changed.connect(lambda: self._on_room_changed(self.context.layout.room))
        self._on_room_changed(self.context.layout.room)

    def _on_room_changed(self, room: Any) -> None:
        self.fields.fold(columns=_COLUMNS[room])

    def _show_choice(self) -> None:
        self._preview = None
        self.steps.setCurrentWidget(self.choice)
        self._on_chosen_changed()

    def _on_chosen_changed(self) -> None:
        self._problem.show_problem("")
        self._next.turn_on()
        count = len(self.choice.chosen())
        self._next.say(tr("Preview {units}").format(units=units_words(count)) if count else tr("Preview"))

    def _on_all(self) -> None:
        if self._is_choosing():
            self.choice.choose_shown()

    def _on_none(self) -> None:
        if self._is_choosing():
            self.choice.choose_none()

    def _table(self) -> TableView[Any]:
        return self.choice.table if self._is_choosing() else self.proposal.table

    def _on_sort(self) -> None:
        self.context.messages.hint(sort_next(self._table()))

    def _on_filter(self) -> None:
        (self.choice.pane if self._is_choosing() else self.proposal.pane).filter_box.take_caret()

    def _request(self, *, leave_out: bool) -> SharedRequest | None:
        if not self.fields.check():
            return None
        answer = self.fields.answer()
        if answer.period is None:
            first, last = self.fields.first.value(), self.fields.last.value()
            assert first is not None
            assert last is not None
            self._say(fees.DatesReversed(first, last))
            return None
        assert answer.item is not None
        assert answer.due_on is not None
        assert answer.source is not None
        return SharedRequest(
            title=answer.title,
            item_id=answer.item.id,
            period=answer.period,
            due_on=answer.due_on,
            source=answer.source,
            split=answer.split,
            unit_ids=frozenset(self.choice.chosen()),
            leave_out=leave_out,
            unsold_too=answer.unsold_too,
        )

    def _on_next(self) -> None:
        if self._writes:
            return
        if self._preview is None:
            self._ask(leave_out=False)
        else:
            self._write(self._preview)

    def _on_leave_out(self) -> None:
        if self._preview is not None and self._preview.left_out and not self._writes:
            self._ask(leave_out=True)

    def _ask(self, *, leave_out: bool) -> None:
        request = self._request(leave_out=leave_out)
        if request is None:
            return
        office = self.context.office
        self._reading.ask(
            tr("Preview {units}").format(units=units_words(len(request.unit_ids))),
            lambda: office.shared_costs.preview(request),
            self._show_proposal,
            self._say,
            long=len(request.unit_ids) > LARGE,
        )

    def _show_proposal(self, preview: SharedPreview) -> None:
        self._preview = preview
        self._problem.show_problem("")
        self.proposal.show_preview(preview, self._book.people())
        self.steps.setCurrentWidget(self.proposal)
        self.proposal.take_focus()
        facts = {"amount": show_money(preview.total), "units": units_words(len(preview.shares))}
        self._next.say(tr("Charge {amount} to {units}").format(**facts))
        self._next.turn_on()
        if not self.context.actor.may(Permission.RUN_BILLING):
            self._next.turn_off(say(NotPermitted(self.context.actor.name, Permission.RUN_BILLING)))
        elif preview.left_out and not preview.request.leave_out:
            words = tr("Leave out the units that have nothing to be charged by first: {key}.")
            self._next.turn_off(words.format(key=self._leave_out.cap))

    def _write(self, preview: SharedPreview) -> None:
        office, by = self.context.office, self.context.actor
        self._writes = True
        self._reading.ask(
            tr("Share a cost"),
            lambda: office.shared_costs.share(by, preview.request, preview),
            self._on_written,
            self._say,
            long=len(preview.shares) > LARGE,
        )

    def _on_written(self, page: SharedCostPage) -> None:
        self._writes = False
        words = tr("“{title}” is charged: {amount} yuan to {units}")
        facts = {"amount": show_money(page.row.total), "units": units_words(page.row.units)}
        self.context.messages.done(words.format(title=page.row.title, **facts))
        self.choice.choose_none()
        self.fields.clear()
        self.saved.emit(page.row.id)

    def _say(self, error: Refusal | Trouble) -> None:
        self._writes = False
        fields = self.fields
        places: dict[type[Refusal | Trouble], Any] = {
            shared.SharedCostNeedsTitle: fields.title,
            shared.SharedBefore: fields.title,
            shared.SharedCostOfNothing: fields.total,
            shared.DueBeforeCost: fields.due_on,
            shared.NoUsageInPeriod: fields.first,
            fees.DatesReversed: fields.last,
            fees.BilledTooFarAhead: fields.last,
        }
        place = places.get(type(error))
        if place is None or not place.isVisible():
            self._problem.show_problem(say(error))
        else:
            fields.show_problem(place, say(error))
