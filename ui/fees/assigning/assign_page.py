"""Lays a tariff on many units: choose them, look at what would happen, confirm."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal, Trouble
from app.core.ids import UnitId
from app.core.language import tr
from app.fees import refusals as fees
from app.fees.assignments import ProposedAssignment
from app.fees.new_assignments import OwnTerms
from app.fees.versions import Tariff
from app.fees.words.price_words import price_words
from ui.fees.assigning.assign_days import AssignDays
from ui.fees.assigning.assign_proposal import AssignProposal
from ui.fees.assigning.own_terms_panel import ask_own_terms
from ui.fees.assigning.own_terms_text import own_from_text, own_to_text
from ui.fees.terms_words import units_words
from ui.fees.unit_book import UnitBook
from ui.fees.unit_steps import UnitSteps
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.page_draft import PageDraft
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import row
from ui.widgets.text_label import body, page_title

KEYS = "fees.assigning"


class AssignPage(SubPage):
    """`saved` comes with the tariff's id."""

    saved = Signal(object)

    def __init__(self, context: Context, book: UnitBook) -> None:
        super().__init__(context, KEYS, tr("Assign to units"))
        self._tariff: Tariff | None = None
        self._own: dict[UnitId, OwnTerms] = {}
        self._book = book
        self._make_actions()
        self._title = page_title().wrap()
        self._price = body("", Tone.INK2).wrap()
        self.days = AssignDays(context, KEYS, self._today)
        self.proposal = AssignProposal(self._leave_out, self.days.follow, self._fold)
        self.steps = UnitSteps(context, book, KEYS, "fees.assign", self.proposal)
        self.choice = self.steps.choice
        self._draft = PageDraft(context, KEYS, self.days, self)
        self._agree_keys = QWidget()
        self._lay_out()
        self._connect()

    def begin(self, tariff: Tariff) -> None:
        """Offer every unit, none chosen; those of which nothing is known begin this month, or when the tariff does.

        What was left of laying this tariff stands there again.
        """
        self._draft.keep()
        today = self._today()
        self._tariff = tariff
        self._own.clear()
        self._title.show_text(tr("Assign “{tariff}”").format(tariff=tariff.name))
        self._price.show_text(f"{tariff.item.name} · {price_words(tariff.version_on(today).terms)}")
        self.days.begin(max(tariff.first, today.replace(day=1)))
        self.steps.offer(self._say)
        self._draft.shown(tariff.id)

    def beside_fields(self) -> str:
        """The chosen units and what is agreed for some of them."""
        return own_to_text(self.choice.beside_fields(), self._own)

    def put_beside(self, kept: str) -> None:
        """Take both up again."""
        units, self._own = own_from_text(kept)
        self.choice.put_beside(units)

    @property
    def has_choice(self) -> bool:
        """Whether units are chosen that leaving would lose."""
        return bool(self.choice.chosen())

    def take_focus(self) -> None:
        self.steps.take_focus()

    def back(self) -> bool:
        return self.steps.back()

    def _today(self) -> date:
        return self.context.clock.now().date()

    def _make_actions(self) -> None:
        add = self.context.actions.add
        self._leave_out = add("fees.leave_out", tr("Leave them out"), "Alt+L", self._on_leave_out, context=KEYS)
        self._fold = add("fees.explain_proposal", tr("How it is computed"), "F4", self._on_fold, context=KEYS)
        self._agree = add("fees.agree", tr("Terms of this unit"), "F8", self._on_agree, context=KEYS)
        self._agree_all = add("fees.agree_all", tr("Terms of all"), "Shift+F8", self._on_agree_all, context=KEYS)

    def _lay_out(self) -> None:
        self._price.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head = row(self._title, self._price, space=12, margins=(24, 12, 24, 8))
        head.setStretchFactor(self._title, 3)
        head.setStretchFactor(self._price, 2)
        keys = row(KeyButton(self._agree, Kind.QUIET), KeyButton(self._agree_all, Kind.QUIET), space=4)
        self._agree_keys.setLayout(keys)
        self.steps.fill(self, (head, self.days), self._agree_keys)

    def _connect(self) -> None:
        self.steps.looks.connect(self._preview)
        self.steps.writes.connect(self._write)
        self.steps.choosing.connect(self._agree_keys.hide)
        self.days.changed.connect(self.steps.show_choice)
        self.days.follow_toggled.connect(self._on_follow_toggled)

    def _on_fold(self) -> None:
        self.proposal.fold()

    def _on_follow_toggled(self) -> None:
        if not self.steps.is_choosing:
            self._preview()

    def _preview(self) -> None:
        assert self._tariff is not None
        units, tariff_id = self.choice.chosen(), self._tariff.id
        if not self.days.check():
            return
        if not units:
            self._say(fees.NoUnitsChosen())
            return
        (first, until), follows, own = self._days_said(), self.days.follows.isChecked(), dict(self._own)
        assignments = self.context.office.assignments
        self.steps.look(
            lambda: assignments.preview(tariff_id, units, first, until, own, follows=follows), self._show_proposal
        )

    def _show_proposal(self, proposed: list[ProposedAssignment]) -> None:
        self.proposal.show_proposed(proposed, self._book.units(), self._own, self.days.first_day())
        self._agree_keys.show()
        units = len({one.unit_id for one in proposed})
        self.steps.show_proposal(tr("Assign to {units}").format(units=units_words(units)))
        if self.proposal.conflicts:
            why = tr("Leave out the units in conflict first: {key}.").format(key=self._leave_out.cap)
            self.steps.next.turn_off(why)

    def _on_agree(self) -> None:
        one = None if self.steps.is_choosing else self.proposal.current()
        if one is None:
            self.context.messages.hint(tr("Look at the preview first; then choose the unit with ↑ ↓."))
        else:
            self._ask_terms(tr("Terms of {unit}").format(unit=one.unit_code), [one.unit_id], one.first)

    def _on_agree_all(self) -> None:
        if self.steps.is_choosing:
            self.context.messages.hint(tr("Look at the preview first; then choose the unit with ↑ ↓."))
        else:
            units = self.choice.chosen()
            self._ask_terms(tr("Terms of {units}").format(units=units_words(len(units))), units, self.days.first_day())

    def _ask_terms(self, title: str, units: list[UnitId], usual: date) -> None:
        """Ask what is agreed for these units, whose first day is `usual` so far, and look at the proposal anew."""
        assert self._tariff is not None
        days = usual, self.days.until.value()
        own = ask_own_terms(self.context, title, self._tariff.id, units[0], days, self._own)
        if own is not None:
            self._own.update(dict.fromkeys(units, own))
            self._preview()

    def _days_said(self) -> tuple[date, date | None]:
        return self.days.first_day(), self.days.until.value()

    def _on_leave_out(self) -> None:
        if self.steps.is_choosing or not self.proposal.conflicts:
            return
        if self.steps.leave_out(self.proposal.conflicting()):
            self._preview()
        else:
            self._say(fees.NoUnitsChosen())

    def _write(self) -> None:
        assert self._tariff is not None
        tariff, units = self._tariff, self.choice.chosen()
        (first, until), follows, own = self._days_said(), self.days.follows.isChecked(), dict(self._own)
        assignments, by = self.context.office.assignments, self.context.actor
        self.steps.write(
            tr("Assign “{tariff}”").format(tariff=tariff.name),
            lambda: assignments.assign(by, tariff.id, units, first, until, own=own, follows=follows),
            lambda _: self._on_written(tariff, len(units)),
        )

    def _on_written(self, tariff: Tariff, units: int) -> None:
        facts = {"tariff": tariff.name, "units": units_words(units)}
        self.context.messages.done(tr("“{tariff}” now lies on {units} more").format(**facts))
        self.choice.choose_none()
        self._own.clear()
        self._draft.written()
        self.saved.emit(tariff.id)

    def _say(self, error: Refusal | Trouble) -> None:
        if not self.days.refuse(error):
            self.steps.say(say(error))
