"""The pane on the left: tariffs, billing runs or shared costs, found by a few words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout

from app.core.language import tr
from ui.fees.sides import KINDS, Side
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.search_box import SearchBox
from ui.widgets.segments import Segments
from ui.widgets.sizes import gap
from ui.widgets.surface import Pane, Rule, column
from ui.widgets.text_label import caption
from ui.widgets.two_line_list import Line, TwoLine, TwoLineList


class SideList(Pane):
    """Lists that take turns; `chosen` comes with the id of a row whenever another one becomes current.

    `foot` are the actions below each list.
    """

    chosen = Signal(object)
    entered = Signal()

    def __init__(
        self, context: Context, choices: Sequence[tuple[Side, Action]], foot: Mapping[Side, Sequence[Action]]
    ) -> None:
        super().__init__("canvas")
        self._context = context
        self.side = Side.TARIFFS
        self._segments: Segments[Side] = Segments(
            tr("Which list"), [(side, action, "") for side, action in choices], columns=2
        )
        self.search = SearchBox(tr(KINDS[self.side].find), tr(KINDS[self.side].hint), "F2")
        self._hits = caption().wrap()
        self.rows = TwoLineList(tr(KINDS[self.side].name))
        self._foot = {side: [KeyButton(action, Kind.QUIET) for action in actions] for side, actions in foot.items()}
        self.is_read = False
        self._is_small = False
        self._loaded: Sequence[Any] = ()
        self._lay_out()
        self._connect()

    def show_side(self, side: Side) -> None:
        """Show this list."""
        changed = side is not self.side
        self.side = side
        self._segments.choose(side)
        kind = KINDS[side]
        self.search.setAccessibleName(tr(kind.find))
        self.search.setPlaceholderText(tr(kind.hint))
        self.rows.setAccessibleName(tr(kind.name))
        self._show_foot()
        if changed:
            self._loaded = ()  # what is typed goes now, and must not be looked for among rows of the list before
            self.rows.show_lines([])
            self.search.clear()
        self.load()

    def load(self, choose: object = None) -> None:
        """Read the list anew; `choose` becomes current, else what was."""
        self.is_read = True
        self._loaded = KINDS[self.side].read(self._context.office)
        self._show(choose if choose is not None else self.rows.current())

    def fold(self, width: int, *, narrow: bool, small: bool) -> None:
        """The choice of lists in one row where `width` (logical pixels) allows it, else in two or, narrow, in three.

        Where it is `small`, below the list stands only what begins a new one.
        """
        self._is_small = small
        self._show_foot()
        grid = self._segments.layout()
        assert isinstance(grid, QGridLayout)
        in_a_row = self._fit_in_a_row(width)
        columns = len(Side) if in_a_row else 1 if narrow else 2
        for at, side in enumerate(Side):
            alone = at == len(Side) - 1 and at % columns == 0
            grid.addWidget(self._segments.button(side), at // columns, at % columns, 1, columns if alone else 1)

    def _fit_in_a_row(self, width: int) -> bool:
        """Whether the choices fit beside each other with their keys below; they stand so from now on if they do."""
        buttons = [self._segments.button(side) for side in Side]
        for button in buttons:
            button.put_cap(below=True)
        needed = sum(button.sizeHint().width() for button in buttons) + gap(8) * (len(buttons) - 1 + 3)
        if needed > width:
            for button in buttons:
                button.put_cap(below=False)
        return needed <= width

    def let_go(self) -> None:
        """Show no row as chosen while something new is being made; `take_back` shows it again."""
        self.rows.clearSelection()

    def take_back(self) -> None:
        """Show the current row as chosen again, and give it the focus."""
        self.rows.choose(self.rows.current())
        self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing at all in the list, whatever is typed."""
        return not self._loaded

    def current(self) -> Any:
        """The id of the chosen row, or None."""
        return self.rows.current()

    def _lines(self) -> list[Line]:
        return KINDS[self.side].lines(self._loaded, self.search.text(), self._context.clock.now().date())

    def _show_foot(self) -> None:
        for side, buttons in self._foot.items():
            for at, button in enumerate(buttons):
                button.setVisible(side is self.side and not (at and self._is_small))

    def _show(self, choose: object) -> None:
        self.rows.blockSignals(True)
        lines = self._lines()
        self.rows.show_lines(lines)
        self.rows.choose(choose)
        if self.rows.current() is None:
            self.rows.step(1)
        self.rows.blockSignals(False)
        self._hits.show_text(self._hit_words(lines))
        self.chosen.emit(self.rows.current())

    def _hit_words(self, lines: Sequence[Line]) -> str:
        if not self.search.text().strip():
            return ""
        found = sum(isinstance(line, TwoLine) for line in lines)
        if not found:
            return tr("Nothing holds all these words. Delete one, or press Esc")
        return tr("{found} of {whole}").format(found=found, whole=len(self._loaded))

    def _lay_out(self) -> None:
        head = column(self._segments, self.search, self._hits, space=8, margins=(12, 12, 12, 8))
        foot = column(space=0, margins=(12, 6, 12, 6))
        for button in (one for buttons in self._foot.values() for one in buttons):
            foot.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setLayout(column(head, Rule(), self.rows, Rule(), foot, space=0))

    def _connect(self) -> None:
        self.search.typed.connect(lambda _: self._show(self.rows.current()))
        self.search.moved.connect(self.rows.step)
        self.search.entered.connect(self.entered)
        self.rows.opened.connect(lambda _: self.entered.emit())
        self.rows.current_changed.connect(self._on_current_changed)

    def _on_current_changed(self, what: object) -> None:
        if what is not None:
            self.chosen.emit(what)
