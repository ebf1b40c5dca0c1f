"""Moves units from one tariff to another in one step: to which, from which day, which units; look, then confirm."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal, Trouble
from app.core.ids import TariffId, UnitId
from app.core.language import tr
from app.core.periods import add_months, month_start
from app.core.show import show_date
from app.fees import refusals as fees
from app.fees.move_plan import MoveWish, ProposedMove
from app.fees.tariff_moves import TariffMove
from app.fees.versions import Tariff
from app.fees.words.price_words import price_words
from ui.fees.assigning.move_proposal import MoveProposal
from ui.fees.terms_words import units_words
from ui.fees.unit_book import UnitBook
from ui.fees.unit_steps import UnitSteps
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.page_draft import PageDraft
from ui.shell.window_layout import Room
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.date_field import DateField
from ui.widgets.error_line import ErrorLine
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import column, row
from ui.widgets.text_label import body, page_title

KEYS = "fees.moving"


class MovePage(SubPage):
    """`saved` comes with the id of the tariff to which the units went."""

    saved = Signal(object)

    def __init__(self, context: Context, book: UnitBook) -> None:
        super().__init__(context, KEYS, tr("Move to another tariff"))
        self._old: Tariff | None = None
        self._book = book
        add = context.actions.add
        self._leave_out = add("fees.move_leave_out", tr("Leave them out"), "Alt+L", self._on_leave_out, context=KEYS)
        self._fold = add("fees.explain_move", tr("How it is computed"), "F4", self._on_fold, context=KEYS)
        self._title, self._price = page_title().wrap(), body("", Tone.INK2).wrap()
        self.new: ChoiceField[TariffId] = ChoiceField(tr("Move to"))
        self.day = DateField(tr("New tariff from"), self._today, required=True)
        self._note = ErrorLine(hint=tr("the first day by the new tariff"))
        self.proposal = MoveProposal(self._leave_out, self._fold)
        self.steps = UnitSteps(context, book, KEYS, "fees.moved", self.proposal)
        self.choice = self.steps.choice
        self._wished = QWidget()
        self._draft = PageDraft(context, KEYS, self._wished, self.choice)
        self._lay_out()
        self._connect()

    def begin(self, tariff: Tariff, lying: set[UnitId]) -> None:
        """Offer the units that the tariff lies on, none chosen; the day is the first of the next month.

        What was left of a move from this tariff stands there again.
        """
        self._draft.keep()
        self._old = tariff
        self._title.show_text(tr("Move units from “{tariff}”").format(tariff=tariff.name))
        self._price.show_text(f"{tariff.item.name} · {price_words(tariff.version_on(self._today()).terms)}")
        targets = self.context.office.tariff_moves.targets(tariff.id)
        prices = [(one, price_words(one.version_on(self._today()).terms)) for one in targets]
        self.new.offer([(f"{one.name} · {price}", one.id) for one, price in prices])
        self.day.set_value(add_months(month_start(self._today()), 1))
        self.steps.offer(self._say, lambda unit: unit.id in lying)
        self._draft.shown(tariff.id)

    @property
    def has_choice(self) -> bool:
        """Whether units are chosen that leaving would lose."""
        return bool(self.choice.chosen())

    def take_focus(self) -> None:
        if self.steps.is_choosing:
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.proposal.take_focus()

    def back(self) -> bool:
        return self.steps.back()

    def _today(self) -> date:
        return self.context.clock.now().date()

    def _lay_out(self) -> None:
        self._price.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = row(self._title, self._price, space=12, margins=(24, 12, 24, 8))
        head.setStretchFactor(self._title, 3)
        head.setStretchFactor(self._price, 2)
        target = row(body(tr("Move to"), Tone.INK2), self.new, None)
        day = row(body(tr("New tariff from"), Tone.INK2), self.day, self._note)
        day.setStretchFactor(self._note, 1)
        self._wished.setLayout(column(target, day, space=6, margins=(24, 0, 24, 10)))
        self.steps.fill(self, (head, self._wished))

    def _connect(self) -> None:
        self.steps.looks.connect(self._preview)
        self.steps.writes.connect(self._write)
        self.day.problem_changed.connect(self._note.show_problem)
        self.day.value_changed.connect(lambda _: self.steps.show_choice())
        self.new.chosen.connect(lambda _: self.steps.show_choice())
        self.context.layout.changed.connect(self._on_room_changed)
        self._on_room_changed(self.context.layout.room)

    def _on_room_changed(self, room: Room) -> None:
        self.proposal.table.fold(narrow=room is Room.SMALL)

    def _on_fold(self) -> None:
        self.proposal.fold()

    def _wish(self) -> MoveWish | None:
        """What is asked for; None once what is missing was said."""
        new, day, units = self.new.value(), self.day.value(), self.choice.chosen()
        if new is None:
            self.steps.say(
                tr("There is no other tariff of this item. Make one first: copy this one with its new price.")
            )
        elif not units:
            self._say(fees.NoUnitsChosen())
        elif self.day.check() and day is not None and self._old is not None:
            return MoveWish(self._old.id, new, units, day)
        return None

    def _preview(self) -> None:
        wish = self._wish()
        if wish is not None:
            moves = self.context.office.tariff_moves
            self.steps.look(lambda: moves.preview(wish), self._show_proposal)

    def _show_proposal(self, moves: list[ProposedMove]) -> None:
        self.proposal.show_moves(moves, self._book.people())
        units = len({move.unit_id for move in moves})
        self.steps.show_proposal(tr("Move {units}").format(units=units_words(units)))
        if self.proposal.stuck():
            why = tr("Leave out the units in conflict first: {key}.").format(key=self._leave_out.cap)
            self.steps.next.turn_off(why)

    def _on_leave_out(self) -> None:
        if self.steps.is_choosing or not self.proposal.stuck():
            return
        if self.steps.leave_out(self.proposal.stuck()):
            self._preview()
        else:
            self._say(fees.NoUnitsChosen())

    def _write(self) -> None:
        wish = self._wish()
        if wish is not None:
            moves, by = self.context.office.tariff_moves, self.context.actor
            self.steps.write(
                tr("Move to another tariff"), lambda: moves.move(by, wish), lambda done: self._on_moved(wish, done)
            )

    def _on_moved(self, wish: MoveWish, done: TariffMove) -> None:
        words = tr("{units} moved to “{tariff}” from {day} on")
        self.context.messages.done(
            words.format(units=units_words(done.units), tariff=done.new, day=show_date(done.day))
        )
        self.choice.choose_none()
        self._draft.written()
        self.saved.emit(wish.new)

    def _say(self, error: Refusal | Trouble) -> None:
        if isinstance(error, fees.AssignedBeforeTariff):
            self.day.show_problem(say(error))
            self.day.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.steps.say(say(error))
