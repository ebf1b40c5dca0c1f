"""How the current line came about, always in view; F4 shows all of it where one line of words is not enough."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from app.core.language import tr
from app.core.money import Money, total
from app.core.show import show_money, show_months
from app.fees.adjustments.discount_rule import Discount
from app.fees.adjustments.discount_words import discount_words
from app.fees.adjustments.list import AdjustmentRow
from app.fees.charges import OpenCharge
from app.fees.words.explain_words import charge_words, late_fee_words
from ui.counter.adjusting.adjustment_words import adjustment_words
from ui.shell.actions import Action, ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.one_line import OneLine
from ui.widgets.surface import Pane, column, row
from ui.widgets.text_label import TextLabel, body, section


@dataclass(frozen=True, slots=True)
class Explained:
    """One line in words; the late fee's are empty where none is owed."""

    title: str
    amount: Money
    principal: tuple[str, ...]
    late_fee: str
    late_fee_owed: Money


def explain(one: OpenCharge) -> Explained:
    """The arithmetic of a standing charge; what changed it and what was paid on it already is named."""
    words = charge_words(one.explain, one.amount)
    if one.adjusted:
        changed = tr("{amount} by adjustments, so {rest}")
        rest = show_money(one.amount + one.adjusted)
        words.append(changed.format(amount=show_money(one.adjusted), rest=rest))
    paid = one.amount + one.adjusted - one.outstanding
    if paid:
        left = show_money(one.outstanding)
        words.append(tr("{paid} paid before, {rest} left").format(paid=show_money(paid), rest=left))
    period = "" if one.first is None or one.until is None else show_months(one.first, one.until)
    late = "" if one.late_fee is None else late_fee_words(one.late_fee)
    return Explained(f"{one.name} {period}".strip(), one.outstanding, tuple(words), late, one.late_fee_owed)


def explain_typed(name: str, amount: Money) -> Explained:
    """A charge typed at the counter explains itself by that."""
    return Explained(name, amount, (tr("typed at the counter"),), "", Money(0))


def explain_discount(one: Discount) -> Explained:
    """What the chosen months earn, and that all of them have to be paid."""
    return Explained(one.rule.name, -one.amount, (discount_words(one),), "", Money(0))


class ExplainStrip(Pane):
    """Two lines of words and their sums; one line where the window is narrow."""

    def __init__(self, more: Action) -> None:
        super().__init__("canvas")
        self._title = OneLine(tone=Tone.INK2)
        self._principal = OneLine(tone=Tone.INK2)
        self._principal_sum = body("", bold=True)
        self._late = OneLine(tone=Tone.INK2)
        self._late_sum = body("", bold=True)
        self._names = [body("", Tone.INK2), body("", Tone.INK2)]
        self._head = row(KeyButton(more, Kind.QUIET, small=True), self._title, space=4)
        self._head.setStretchFactor(self._title, 1)
        self._shown: Explained | None = None
        self._narrow = False
        self._lay_out()

    def show_explained(self, explained: Explained | None) -> None:
        """Show how this line came about; None empties the strip, its place stays."""
        self._shown = explained
        self._title.show_text(self._title_words(explained) if explained else "")
        self._principal.show_text("；".join(explained.principal) if explained else "")
        self._principal_sum.show_text(show_money(explained.amount) if explained else "")
        self._late.show_text((explained.late_fee or tr("no late fee")) if explained else "")
        self._late_sum.show_text(show_money(explained.late_fee_owed) if explained and explained.late_fee else "")
        for name, words in zip(self._names, (tr("Principal"), tr("Late fee")), strict=True):
            name.show_text(words if explained else "")
        self.setAccessibleName(" ".join(explain_lines(explained)) if explained else "")

    def fold(self, *, narrow: bool) -> None:
        """One line where the window is narrow: the words beside the key, without the sums that the lines show."""
        self._narrow = narrow
        for part in (*self._names, self._principal, self._principal_sum, self._late, self._late_sum):
            part.setVisible(not narrow)
        self.show_explained(self._shown)

    def _title_words(self, explained: Explained) -> str:
        if not self._narrow:
            return explained.title
        late = f"；{tr('Late fee')} {explained.late_fee}" if explained.late_fee else ""
        return "；".join(explained.principal) + late

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(2)
        pairs = ((self._principal, self._principal_sum), (self._late, self._late_sum))
        for at, (words, amount) in enumerate(pairs):
            grid.addWidget(self._names[at], at, 0)
            grid.addWidget(words, at, 1)
            grid.addWidget(amount, at, 2, Qt.AlignmentFlag.AlignRight)
        grid.setColumnStretch(1, 1)
        self.setLayout(column(self._head, grid, space=2, margins=(12, 6, 20, 8)))
        grid.setContentsMargins(8, 0, 0, 0)


def explain_lines(explained: Explained) -> Sequence[str]:
    """The whole explanation, a line for each part."""
    lines = [
        explained.title,
        *(f"{tr('Principal')} {words}" for words in explained.principal),
        f"{tr('Principal')} {show_money(explained.amount)}",
    ]
    if explained.late_fee:
        lines.append(f"{tr('Late fee')} {explained.late_fee} → {show_money(explained.late_fee_owed)}")
    return lines


class ExplainPanel(QuestionPanel[bool]):
    """The whole explanation of one line, to be read out to the person at the counter."""

    def __init__(self, explained: Explained, adjustments: Sequence[AdjustmentRow] = ()) -> None:
        super().__init__(tr("How it was computed"), width=620)
        self._part(explained.title, explained.principal, explained.amount)
        if explained.late_fee:
            self._part(tr("Late fee"), (explained.late_fee,), explained.late_fee_owed)
        if adjustments:
            together = total(row.amount for row in adjustments)
            self._part(tr("Adjustments"), [adjustment_words(row) for row in adjustments], together)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), ("Esc", "F4", "Return"), self.give_up)

    def _part(self, title: str, words: Sequence[str], amount: Money) -> None:
        figure: TextLabel = section(show_money(amount))
        self.body.addLayout(row(section(title), None, figure))
        for line in words:
            self.body.addWidget(body(line, Tone.INK2).wrap())
