"""A new common cost: its fields, the units that share it, the shares it leads to, and the step that charges them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.core.show import show_money
from app.fees import refusals as fees
from app.fees.items import FeeItem
from app.fees.shared import refusals as shared
from app.fees.shared.request import SharedCostPage, SharedPreview, SharedRequest
from ui.fees.shared.fields import SharedFields
from ui.fees.shared.proposal import SharedProposal
from ui.fees.terms_words import units_words
from ui.fees.unit_book import UnitBook
from ui.fees.unit_steps import UnitSteps
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.page_draft import PageDraft
from ui.shell.window_layout import Room
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import row
from ui.widgets.text_label import page_title

KEYS = "fees.sharing"
_COLUMNS = {Room.WIDE: 3, Room.NARROW: 2, Room.SMALL: 1}


class SharedForm(SubPage):
    """Two steps in one place: the choice of units, then their shares; `saved` comes with the cost's id."""

    saved = Signal(object)

    def __init__(self, context: Context, book: UnitBook) -> None:
        super().__init__(context, KEYS, tr("Share a cost"))
        self._book = book
        self._preview: SharedPreview | None = None
        self._leave_out = context.actions.add(
            "fees.share_leave_out", tr("Leave them out"), "Alt+L", self._on_leave_out, context=KEYS
        )
        self.fields = SharedFields(lambda: context.clock.now().date())
        self.proposal = SharedProposal(self._leave_out)
        self.steps = UnitSteps(context, book, KEYS, "fees.share", self.proposal)
        self.choice = self.steps.choice
        self._draft = PageDraft(context, KEYS, self.fields, self.choice)
        self._lay_out()
        self._connect()

    def begin(self) -> None:
        """Empty fields, every unit offered, none chosen."""
        self._draft.keep()
        office = self.context.office
        self.fields.begin(self._items(), office.shared_costs.public_meters())
        self.steps.offer(self._say)
        self._draft.shown()

    @property
    def has_choice(self) -> bool:
        """Whether something was typed or chosen that leaving would lose."""
        return self.fields.is_begun or bool(self.choice.chosen())

    def take_focus(self) -> None:
        if self.steps.is_choosing:
            self.fields.title.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.proposal.take_focus()

    def back(self) -> bool:
        return self.steps.back()

    def _items(self) -> list[FeeItem]:
        return [item for item in self.context.office.fee_items.all() if item.active and item.one_off_price is None]

    def _lay_out(self) -> None:
        title = row(page_title(tr("Share a cost")), None, margins=(24, 12, 24, 6))
        self.steps.fill(self, (title, row(self.fields, margins=(24, 0, 24, 4))))

    def _connect(self) -> None:
        self.fields.changed.connect(self.steps.show_choice)
        self.steps.choosing.connect(self._forget)
        self.steps.looks.connect(lambda: self._ask(leave_out=False))
        self.steps.writes.connect(self._write)
        self.context.layout.changed.connect(self._on_room_changed)
        self.context.theme.changed.connect(self._on_room_changed)
        self._on_room_changed()

    def _on_room_changed(self) -> None:
        self.fields.fold(columns=_COLUMNS[self.context.layout.room])

    def _forget(self) -> None:
        self._preview = None

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

    def _on_leave_out(self) -> None:
        if self._preview is not None and self._preview.left_out:
            self._ask(leave_out=True)

    def _ask(self, *, leave_out: bool) -> None:
        request = self._request(leave_out=leave_out)
        if request is None:
            return
        office = self.context.office
        self.steps.look(lambda: office.shared_costs.preview(request), self._show_proposal)

    def _show_proposal(self, preview: SharedPreview) -> None:
        self._preview = preview
        self.proposal.show_preview(preview, self._book.people())
        facts = {"amount": show_money(preview.total), "units": units_words(len(preview.shares))}
        self.steps.show_proposal(tr("Charge {amount} to {units}").format(**facts))
        if not self.context.actor.may(Permission.RUN_BILLING):
            self.steps.next.turn_off(say(NotPermitted(self.context.actor.name, Permission.RUN_BILLING)))
        elif preview.left_out and not preview.request.leave_out:
            words = tr("Leave out the units that have nothing to be charged by first: {key}.")
            self.steps.next.turn_off(words.format(key=self._leave_out.cap))

    def _write(self) -> None:
        office, by, preview = self.context.office, self.context.actor, self._preview
        assert preview is not None
        self.steps.write(
            tr("Share a cost"), lambda: office.shared_costs.share(by, preview.request, preview), self._on_written
        )

    def _on_written(self, page: SharedCostPage) -> None:
        words = tr("“{title}” is charged: {amount} yuan to {units}")
        facts = {"amount": show_money(page.row.total), "units": units_words(page.row.units)}
        self.context.messages.done(words.format(title=page.row.title, **facts))
        self.choice.choose_none()
        self.fields.clear()
        self._draft.written()
        self.saved.emit(page.row.id)

    def _say(self, error: Refusal | Trouble) -> None:
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
            self.steps.say(say(error))
        else:
            fields.show_problem(place, say(error))
