"""Prices by tier as a small table: from, up to, price; a tier begins where the one before ends, so no hole can be."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QGridLayout, QWidget

from app.core.language import tr
from app.fees.terms import Tier
from ui.fees.tariffs.tier_row import TierCell, TierRow
from ui.shell.actions import ActionRegistry
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.sizes import gap
from ui.widgets.surface import column, row
from ui.widgets.text_label import caption

KEYS = "fees.tiers"
_EMPTY = (("", ""), ("", ""))
_FEWEST = 2
Texts = tuple[str, str]


class TierTable(QWidget):
    """The last tier is open; an end typed into it adds the next tier, Enter goes to the next cell."""

    changed = Signal()
    problem_changed = Signal(str)

    def __init__(self, actions: ActionRegistry) -> None:
        super().__init__()
        self._rows: list[TierRow] = []
        self._putting = False
        self._from, self._up_to, self._price = (caption("", Tone.INK2) for _ in range(3))
        self._problem = ""
        self._insert = actions.add("fees.tier_insert", tr("Add tier"), "Ins", self._on_insert, context=KEYS)
        self._remove = actions.add("fees.tier_remove", tr("Remove tier"), "Ctrl+Del", self._on_remove, context=KEYS)
        self._lay_out()
        self.show_units("㎡", "")
        actions.follow_focus(self, KEYS)
        actions.name_context(KEYS, tr("Tiers"))

    def show_units(self, of: str, price: str) -> None:
        """Say what the ends and prices are in: `㎡`, `yuan per ㎡ and month`."""
        self._from.show_text(tr("From ({unit})").format(unit=of))
        self._up_to.show_text(tr("Up to ({unit})").format(unit=of))
        self._price.show_text(price)

    def fill(self, tiers: Sequence[Tier]) -> None:
        """Show these tiers; none shows two empty ones."""
        texts = [("" if tier.up_to is None else f"{tier.up_to.normalize():f}", f"{tier.price:f}") for tier in tiers]
        self._put(texts or _EMPTY)

    def tiers(self) -> tuple[Tier, ...] | None:
        """What is typed; None while something is missing or wrong."""
        rows = self._said()
        return (
            None if self._first_problem() else tuple(Tier(one.end(), one.price.value() or Decimal(0)) for one in rows)
        )

    def check(self) -> bool:
        """Show what is wrong, with the focus in the first bad cell; whether all may be used."""
        if len(self._said()) < len(self._rows):
            self._put([(one.up_to.text(), one.price.text()) for one in self._said()])
        found = self._first_problem()
        self._clear_problems()
        if found is None:
            return True
        place, cell, words = found
        cell.show_problem(words)
        self.show_problem(tr("Tier {n}: {problem}").format(n=place + 1, problem=words))
        cell.take_caret()
        return False

    def show_problem(self, words: str) -> None:
        """Say what is wrong with these tiers; empty words take it back."""
        self._problem = words
        self.problem_changed.emit(words)

    def text(self) -> str:
        """All that is typed, to be put back by `setText`."""
        return "\n".join(f"{one.up_to.text()}\t{one.price.text()}" for one in self._rows)

    def setText(self, text: str) -> None:
        """Type it all again."""
        parts = [line.partition("\t") for line in text.split("\n")]
        self._put([(end, price) for end, _, price in parts])

    def cells(self) -> list[QWidget]:
        """The cells in the order in which Tab reaches them."""
        return [cell for one in self._rows for cell in (one.up_to, one.price)]

    def take_focus(self) -> None:
        """To the first end."""
        self._rows[0].up_to.take_caret()

    def _lay_out(self) -> None:
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(gap(8))
        self._grid.setVerticalSpacing(gap(4))
        for at, head in enumerate((self._from, self._up_to, self._price)):
            self._grid.addWidget(head, 0, at)
            self._grid.setColumnStretch(at, (1, 2, 3)[at])
        body = column(self._grid, space=2)
        self.setLayout(body)
        self._put(_EMPTY)
        body.addLayout(row(KeyButton(self._insert, Kind.QUIET), KeyButton(self._remove, Kind.QUIET), None, space=4))

    def _put(self, texts: Sequence[Texts]) -> None:
        """Type these into the rows from the top; the rows stay where they are, so that Tab walks on as before."""
        texts = [*texts, ("", "")] if texts[-1][0].strip() else texts
        while len(self._rows) > len(texts):
            self._rows.pop().leave()
        while len(self._rows) < len(texts):
            self._add_row()
        self._putting = True
        for one, (end, price) in zip(self._rows, texts, strict=True):
            one.put(end, price)
        self._putting = False
        self._settle()

    def _texts(self) -> list[Texts]:
        return [(one.up_to.text(), one.price.text()) for one in self._rows]

    def _add_row(self) -> None:
        made, place = TierRow(self), len(self._rows)
        for side, cell in enumerate((made.start, made.up_to, made.price)):
            self._grid.addWidget(cell, place + 1, side)
        if self._rows:
            QWidget.setTabOrder(self._rows[-1].price, made.up_to)
            QWidget.setTabOrder(made.up_to, made.price)
        self._rows.append(made)
        made.changed.connect(lambda: self._on_typed(made))
        made.next_wanted.connect(lambda: self._on_next(made))
        made.removal_wanted.connect(lambda: self._take_out(self._rows.index(made)))

    def _settle(self) -> None:
        """Say of every tier where it begins, which is where the one before ends."""
        start = "0"
        for at, one in enumerate(self._rows):
            one.settle(at + 1, start, last=at == len(self._rows) - 1)
            start = one.up_to.text().strip()

    def _said(self) -> list[TierRow]:
        """The rows that say something: an empty last one after an unfinished end is none yet."""
        rows = list(self._rows)
        while len(rows) > _FEWEST and rows[-1].is_empty and not rows[-2].up_to.text().strip():
            rows.pop()
        return rows

    def _first_problem(self) -> tuple[int, TierCell, str] | None:
        above, rows = Decimal(0), self._said()
        for at, one in enumerate(rows):
            found = one.problem_above(above, last=at == len(rows) - 1)
            if found is not None:
                return (at, *found)
            above = one.end() or above
        return None

    def _on_typed(self, one: TierRow) -> None:
        if self._putting:
            return
        if one is self._rows[-1] and one.end() is not None:
            self._add_row()
        elif len(self._rows) > len(self._said()) and one is self._rows[-2]:
            self._rows.pop().leave()
        self._settle()
        if self._problem and self._first_problem() is None:
            self._clear_problems()
        self.changed.emit()

    def _clear_problems(self) -> None:
        for one in self._rows:
            one.clear_problems()
        self.show_problem("")

    def _on_next(self, one: TierRow) -> None:
        at = self._rows.index(one)
        if at + 1 < len(self._rows):
            self._rows[at + 1].up_to.take_caret()
        else:
            self.focusNextChild()

    def _current(self) -> int:
        focused = QApplication.focusWidget()
        return next((at for at, one in enumerate(self._rows) if focused in (one.up_to, one.price)), len(self._rows) - 1)

    def _on_insert(self) -> None:
        at, texts = self._current(), self._texts()
        self._put([*texts[:at], ("", ""), *texts[at:]])
        self._clear_problems()
        self._rows[at].up_to.take_caret()
        self.changed.emit()

    def _on_remove(self) -> None:
        self._take_out(self._current())

    def _take_out(self, at: int) -> None:
        """The tier after it begins where the one before ends; the last one that is left is open."""
        texts = self._texts()
        del texts[at]
        if texts[-1][0].strip():
            texts[-1] = ("", texts[-1][1])
        self._put(texts if len(texts) >= _FEWEST else [*texts, ("", "")])
        self._clear_problems()
        self._rows[min(at, len(self._rows) - 1)].up_to.take_caret()
        self.changed.emit()
