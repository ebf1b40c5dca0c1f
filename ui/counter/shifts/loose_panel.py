"""Loose ends, before a close or of the whole day: Enter opens one, parked bills are carried over by choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.core.language import tr, tr_n
from app.desk.day_board import Loose, LooseEnd
from ui.counter.shifts.loose_words import detail_of, kind_of, since, subject_of
from ui.counter.shifts.steps_line import LOOSE, StepsLine
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.columns import Column, Kind
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import Kind as ButtonKind
from ui.widgets.list_table import ListTable
from ui.widgets.text_label import body

_MOST_SEEN = 10
_DECIDED = (Loose.PARKED, Loose.ASIDE)


@dataclass(frozen=True, slots=True)
class Settled:
    """What was decided: open one of them, or go on with so many parked bills carried over."""

    opened: LooseEnd | None = None
    carried: int = 0


class LoosePanel(QuestionPanel[Settled]):
    """Before a close: each parked bill is opened, or marked with Space to be carried over."""

    most = (900, 640)

    def __init__(self, ends: Sequence[LooseEnd]) -> None:
        super().__init__(tr("Unfinished before the close"), width=820)
        self._ends = tuple(sorted(ends, key=lambda end: end.kind not in _DECIDED))  # what holds the close up first
        self._carried: set[int] = set()
        self._problem = ErrorLine()
        columns = [
            Column(tr("Carried over"), self._tick, Kind.CHECK),
            *loose_columns(),
        ]
        self.table: ListTable[LooseEnd] = ListTable(
            tr("Unfinished"), columns, lambda end: (end.kind, end.id), most=_MOST_SEEN
        )
        words = tr("Enter opens one. Parked bills go over to the next shift where Space marks them.")
        self.body.addWidget(StepsLine(LOOSE))
        self.body.addWidget(body(words, Tone.INK2).wrap())
        self.body.addWidget(self.table)
        self.body.addWidget(self._problem)
        self.table.show_rows(self._ends)
        self.table.choose(0)
        self.table.toggled.connect(self._on_toggled)
        self.setFocusProxy(self.table)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "open", tr("Open it"), "Return", self._on_open)
        self.add_button(actions, "go", tr("Go on to the count"), ("F9", "F12"), self._on_go, ButtonKind.PRIMARY)

    def _tick(self, end: LooseEnd) -> bool | None:
        return end.id in self._carried if end.kind in _DECIDED else None

    def _on_toggled(self, end: LooseEnd) -> None:
        if end.kind in _DECIDED:
            self._carried ^= {end.id}
            self.table.show_rows(self._ends)
            self._problem.show_problem("")

    def _on_open(self) -> None:
        end = self.table.current()
        if end is not None:
            self.answer(Settled(end))

    def _on_go(self) -> None:
        parked = [end for end in self._ends if end.kind in _DECIDED]
        left = [end for end in parked if end.id not in self._carried]
        if left:
            words = tr_n(
                "{n} parked bill is not decided: open it, or press Space to carry it over.",
                "{n} parked bills are not decided: open each, or press Space to carry it over.",
                len(left),
            )
            self._problem.show_problem(words.format(n=len(left)))
            self.table.choose_key((left[0].kind, left[0].id))
        else:
            self.answer(Settled(carried=len(parked)))


class DayBoardPanel(QuestionPanel[LooseEnd]):
    """Everything that is unfinished today; answers what to open."""

    most = (900, 640)

    def __init__(self, ends: Sequence[LooseEnd]) -> None:
        super().__init__(tr("Unfinished today"), width=820)
        self.table: ListTable[LooseEnd] = ListTable(
            tr("Unfinished today"), loose_columns(), lambda end: (end.kind, end.id), most=_MOST_SEEN
        )
        words = tr("Enter opens one.") if ends else tr("Nothing is unfinished: every paper is printed and checked.")
        self.body.addWidget(body(words, Tone.INK2).wrap())
        self.body.addWidget(self.table)
        self.table.setVisible(bool(ends))
        self.table.show_rows(tuple(ends))
        self.table.choose(0)
        self.setFocusProxy(self.table)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "open", tr("Open it"), "Return", self._on_open, ButtonKind.PRIMARY)

    def _on_open(self) -> None:
        end = self.table.current()
        if end is None:
            self.give_up()
        else:
            self.answer(end)


def loose_columns() -> list[Column[LooseEnd]]:
    """The columns of a list of loose ends."""
    return [
        Column(tr("What"), kind_of, Kind.STATE, least=12),
        Column(tr("Which"), subject_of, stretch=True),
        Column("", detail_of, tone=Tone.INK2, least=8),
        Column(tr("Since when"), since, tone=Tone.INK2),
        Column(tr("Amount"), lambda end: end.amount, Kind.MONEY),
    ]
