"""A billing run that was made: what it wrote, who made it, and how it is taken back."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.errors import Refusal
from app.core.language import tr
from app.core.show import show_money, show_time
from app.fees.billing import RunPreview, RunRow
from ui.fees.facts_grid import FactsGrid
from ui.fees.list_lines import run_month
from ui.fees.preview_facts import item_lines
from ui.fees.run_tables import ItemTable
from ui.fees.scrolling import Scrolling
from ui.fees.sub_page import SubPage
from ui.fees.terms_words import Fact, charges_words, units_words
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.big_figure import BigFigure
from ui.widgets.chip import Chip, Mood
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.sizes import Pt
from ui.widgets.surface import Rule, column, row
from ui.widgets.text_label import TextLabel, body, section

KEYS = "fees.old_run"


class RunPage(SubPage):
    """`undone` comes once a run was taken back."""

    undone = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS)
        self._run: RunRow | None = None
        self._undo = context.actions.add(
            "fees.undo", tr("Undo this run"), "Ctrl+U", self._on_undo, context=KEYS, commits=True
        )
        self._title = TextLabel("", Pt.CODE, Tone.INK, bold=True)
        self._state = Chip()
        self._amount = BigFigure(tr("All charges of this run"), Pt.TOTAL)
        self._count = body("", Tone.INK2)
        self._facts = FactsGrid()
        self._by_item = section(tr("By fee item"))
        self.items = ItemTable()
        self.items.hide_column("", hidden=True)
        self.strip = NoteStrip()
        self._lay_out()

    def show_run(self, run: RunRow, preview: RunPreview | None = None) -> None:
        """Show a run; the fee items only where its preview is still at hand."""
        self._run = run
        undone = run.undone_at is not None
        self._title.show_text(tr("Billing through {month}").format(month=run_month(run)))
        self._state.show_state(
            *((tr("undone"), Mood.MUTE, "undo-2") if undone else (tr("written"), Mood.OK, "circle-check"))
        )
        self._amount.show_amount(run.amount, tone=Tone.INK3 if undone else Tone.INK)
        self._count.show_text(f"{charges_words(run.charges)} · {units_words(run.units)}")
        self._facts.show_facts(self._facts_of(run))
        self._show_items(preview)
        self.strip.clear()
        if undone:
            self._undo.turn_off(tr("This run was undone already."))
        else:
            self._undo.turn_on()

    def _facts_of(self, run: RunRow) -> list[Fact]:
        facts = [Fact(tr("Made"), f"{show_time(run.at)} · {run.by}")]
        if run.undone_at is not None:
            facts.append(Fact(tr("Undone"), show_time(run.undone_at)))
        return facts

    def _show_items(self, preview: RunPreview | None) -> None:
        items = [one.item for one in preview.totals()] if preview else []
        self.items.show_rows(item_lines(items, {item.id for item in items}, preview))
        self.items.setVisible(bool(items))
        self._by_item.setVisible(bool(items))
        self.items.setFixedHeight(self.items.height_of_rows(max(len(items), 1)) + 2)

    def _lay_out(self) -> None:
        head = row(self._title, self._state, None, KeyButton(self._undo, Kind.DANGER, icon="undo-2"), space=12)
        top = column(head, 8, self._amount, self._count, 4, self._facts, space=8, margins=(24, 16, 24, 16))
        below = column(self._by_item, self.items, space=8, margins=(24, 12, 24, 12))
        foot = row(self.strip, margins=(24, 8, 24, 12))
        self.setLayout(column(Scrolling(column(top, Rule(), below, None, space=0)), foot, space=0))

    def _on_undo(self) -> None:
        run = self._run
        if run is None:
            return
        by = self._who_may(run)
        if by is None:
            return
        try:
            cancelled = self.context.office.billing.undo(by, run.id)
        except Refusal as refusal:
            self.strip.say(say(refusal), Mood.DANGER)
            return
        self.context.messages.done(
            tr("Undone: {charges} of {month}, {amount} yuan").format(
                charges=charges_words(cancelled), month=run_month(run), amount=show_money(run.amount)
            )
        )
        self.undone.emit(run.id)

    def _who_may(self, run: RunRow) -> Actor | None:
        """The person at the keyboard after a yes, or the supervisor who approves; None if nobody does."""
        facts = {"month": run_month(run), "charges": charges_words(run.charges), "amount": show_money(run.amount)}
        title = tr("Undo billing through {month}").format(**facts)
        what = tr("{charges} with {amount} yuan are cancelled; every balance is as before the run.").format(**facts)
        actor, permission = self.context.actor, Permission.UNDO_BILLING
        if actor.may(permission):
            yes = tr("Undo {amount}").format(**facts)
            return actor if self.context.questions.confirm(title, what, yes, tr("Keep the run")) else None
        told = {"run": int(run.id), "amount": run.amount.fen}
        approval = self.context.questions.approve(permission, f"{title}. {what}", title, told, actor)
        return None if approval is None else self.context.office.people.named(approval.approver)
