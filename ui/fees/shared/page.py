"""A common cost that was shared out: its total, the sums by building, every share, its two sheets, its undoing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from app.core.errors import Refusal
from app.core.ids import SharedCostId
from app.core.language import tr
from app.core.show import show_date, show_decimal, show_money, show_months
from app.fees.shared.request import SharedCostPage
from app.fees.shared.rule import Basis
from app.fees.shared.words import weight_words
from ui.fees.facts_grid import FactsGrid
from ui.fees.filter_box import filter_of
from ui.fees.run_undoing import RunUndoing, UndoQuestion
from ui.fees.shared.cost_tables import BuildingTable, ShareTable, charged_lines
from ui.fees.shared.printing import show_desk_sheet, show_posting_sheet
from ui.fees.shared.words import split_words, unit_price_words
from ui.fees.shelf import Shelf
from ui.fees.sort_by_key import sort_next
from ui.fees.terms_words import Fact, charges_words, units_words
from ui.fees.unit_book import UnitBook
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.big_figure import BigFigure
from ui.widgets.chip import Chip, Mood
from ui.widgets.colours import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.scrolling import Scrolling
from ui.widgets.share_anew import offer_share_anew
from ui.widgets.sizes import Pt
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.text_label import TextLabel, body, section

KEYS = "fees.shared"


class SharedPage(SubPage):
    """`undone` comes with the cost's id once it was taken back."""

    undone = Signal(object)

    def __init__(self, context: Context, book: UnitBook) -> None:
        super().__init__(context, KEYS, tr("Shared cost"))
        self._book = book
        self._cost: SharedCostPage | None = None
        self.undoing = RunUndoing(context, self)
        self._make_actions()
        self._title = TextLabel("", Pt.CODE, Tone.INK, bold=True).wrap()
        self._state = Chip()
        self.total = BigFigure(tr("Total of this cost"), Pt.TOTAL)
        self._count = body("", Tone.INK2).wrap()
        self.facts = FactsGrid()
        self.buildings = BuildingTable()
        self.table = ShareTable()
        self.strip = NoteStrip()
        self._lay_out()
        self.undoing.busy_changed.connect(self._settle)
        self.undoing.refused.connect(lambda words: self.strip.say(words, Mood.DANGER))

    def show_cost(self, cost_id: SharedCostId) -> None:
        """Show a common cost."""
        cost = self._cost = self.context.office.shared_costs.page(cost_id)
        undone = cost.row.undone
        self._title.show_text(cost.row.title)
        self._state.show_state(
            *((tr("undone"), Mood.MUTE, "undo-2") if undone else (tr("charged"), Mood.OK, "circle-check"))
        )
        self.total.show_amount(cost.row.total, tone=Tone.INK3 if undone else Tone.INK)
        price = unit_price_words(cost.unit_price, cost.row.split)
        self._count.show_text(f"{units_words(cost.row.units)} · {price}")
        self.facts.show_facts(_facts_of(cost))
        self.buildings.show_cost(cost)
        self.table.show_lines(charged_lines(cost, self._book.people()))
        self.strip.clear()
        self._look_at_usage(cost)
        self._settle()
        for action in (self._posting, self._desk):
            if undone:
                action.turn_off(tr("This cost was undone already."))
            else:
                action.turn_on()

    def _look_at_usage(self, cost: SharedCostPage) -> None:
        """Say when the units' own meters have been corrected since the cost was shared by them."""
        changed = 0
        if not cost.row.undone and cost.row.split.basis is Basis.USAGE:
            try:
                changed = len(self.context.office.shared_costs.shares_now(cost.row.id))
            except Refusal as refusal:
                self.strip.say(say(refusal), Mood.WARN)
        if changed:
            self.strip.say(tr("Readings were corrected since this cost was shared by them."), Mood.WARN)
            self.strip.offer(self._anew)
            self._anew.turn_on()
        else:
            self._anew.turn_off(tr("The shares are what the meters say."))

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def back(self) -> bool:
        filtered = bool(self._filter.text())
        self._filter.clear()
        return filtered

    def _make_actions(self) -> None:
        add = self.context.actions.add
        self._posting = add("fees.posting_sheet", tr("Sheet to post"), "F7", self._on_posting, context=KEYS)
        self._desk = add("fees.desk_sheet", tr("Desk sheet"), "F8", self._on_desk, context=KEYS)
        self._undo = add("fees.undo_shared", tr("Undo this cost"), "Ctrl+U", self._on_undo, context=KEYS, commits=True)
        self._anew = add("fees.share_anew", tr("Share anew"), "F6", self._on_anew, context=KEYS, commits=True)
        add("fees.filter_shared", tr("Filter the rows"), "Ctrl+F", self._on_filter, context=KEYS)
        add("fees.sort_shared", tr("Sort by the next column"), "Alt+S", self._on_sort, context=KEYS)

    def _lay_out(self) -> None:
        sheets = [KeyButton(action, icon="printer") for action in (self._posting, self._desk)]
        buttons = row(*sheets, KeyButton(self._undo, Kind.DANGER, icon="undo-2"), space=8)
        head = row(self._title, self._state, space=12)
        head.setStretchFactor(self._title, 1)
        figures = row(self.total, buttons, space=12)
        top = column(head, figures, self._count, 4, self.facts, space=6, margins=(24, 14, 24, 10))
        pane = TablePane(self.table, EmptyState(tr("No charges")), filter_cap="Ctrl F", sums=True)
        self._filter = filter_of(pane, tr("Room or name"))
        shares = row(section(tr("Shares of the units")), None, self._filter, margins=(8, 0, 8, 0))
        below = column(self.buildings, 4, shares, Shelf(pane, least=160), space=4, margins=(16, 6, 16, 0))
        inside = column(top, Rule(), space=0)
        inside.addLayout(below, 1)
        self.setLayout(column(Scrolling(inside), row(self.strip, margins=(24, 8, 24, 12)), space=0))

    def _on_anew(self) -> None:
        row_ = self._cost.row if self._cost is not None else None
        if row_ is not None and offer_share_anew(self.context, row_.id, row_.title, tr("readings corrected")):
            self.show_cost(row_.id)
            self.context.changes.announce("fees", by=self)

    def _on_sort(self) -> None:
        self.context.messages.hint(sort_next(self.table))

    def _on_filter(self) -> None:
        self._filter.take_caret()

    def _on_posting(self) -> None:
        if self._cost is not None:
            show_posting_sheet(self.context, self._cost.row)

    def _on_desk(self) -> None:
        if self._cost is not None:
            show_desk_sheet(self.context, self._cost.row)

    def _settle(self) -> None:
        """The step that takes back stands ready only while it would do something."""
        if self.undoing.is_busy:
            self._undo.turn_off(tr("A run is being taken back; the status line shows how far."))
        elif self._cost is not None and self._cost.row.undone:
            self._undo.turn_off(tr("This cost was undone already."))
        else:
            self._undo.turn_on()

    def _on_undo(self) -> None:
        cost = self._cost
        if cost is None:
            return
        self.strip.clear()
        row_ = cost.row
        facts = {"title": row_.title, "units": units_words(row_.units), "amount": show_money(row_.total)}
        text = tr("The shares of {units}, {amount} yuan together, are undone; every balance is as before.")
        question = UndoQuestion(
            row_.run_id,
            row_.total,
            tr("Undo “{title}”").format(**facts),
            text.format(**facts),
            tr("Keep it"),
            tr("Undoing “{title}”").format(**facts),
        )
        self.undoing.ask(question, lambda undone: self._on_undone(cost, undone))

    def _on_undone(self, cost: SharedCostPage, charges: int) -> None:
        words = tr("Undone: “{title}”, {charges}, {amount} yuan")
        facts = {"title": cost.row.title, "amount": show_money(cost.row.total)}
        self.context.messages.done(words.format(charges=charges_words(charges), **facts))
        self.undone.emit(cost.row.id)


def _facts_of(cost: SharedCostPage) -> list[Fact]:
    row_, split = cost.row, cost.row.split
    facts = [
        Fact(tr("Fee item"), row_.item),
        Fact(tr("Period"), show_months(row_.period.first, row_.period.until)),
        Fact(tr("Due"), show_date(row_.due_on)),
        Fact(tr("Split"), f"{split_words(split)} · {weight_words(cost.weights, split)}"),
        Fact(tr("Made"), f"{show_date(row_.made_on)} · {row_.by}"),
    ]
    if cost.metered is not None:
        words = tr("{meter}: usage {usage} × {price} yuan")
        usage, price = show_decimal(cost.metered.usage, 0), show_decimal(cost.metered.price)
        facts.append(Fact(tr("Cost from"), words.format(meter=cost.meter, usage=usage, price=price)))
    if cost.left_out:
        codes = ", ".join(code for code, _ in cost.left_out[:8]) + (" …" if len(cost.left_out) > 8 else "")
        facts.append(Fact(tr("Left out"), f"{units_words(len(cost.left_out))}: {codes}"))
    return facts
