"""From and until when a tariff is laid on units: one first day for all, or each unit's own where it is known."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.fees import refusals as fees
from ui.sentences import say
from ui.shell.actions import Action
from ui.shell.context import Context
from ui.widgets.check_box import CheckBox
from ui.widgets.colours import Tone
from ui.widgets.date_field import DateField
from ui.widgets.error_line import ErrorLine
from ui.widgets.surface import column, row
from ui.widgets.text_label import body


class AssignDays(QWidget):
    """`changed` comes with every day typed; `follow_toggled` once units begin where they were charged to, or not."""

    changed = Signal()
    follow_toggled = Signal()

    def __init__(self, context: Context, keys: str, today: Callable[[], date]) -> None:
        super().__init__()
        self.first = DateField(tr("Charge from"), today, required=True)
        self.until = DateField(tr("No charges from"), today)
        self.until.setPlaceholderText("")
        self.follow: Action = context.actions.add(
            "fees.follow", tr("Follow on"), "Alt+G", self.toggle_follow, context=keys
        )
        words = tr("each unit from the day after it was last charged or paid, where known")
        self.follows = CheckBox(f"{words}  {self.follow.cap}")
        self._note = ErrorLine(hint=tr("empty: until further notice"))
        self._lay_out()
        for field in (self.first, self.until):
            field.problem_changed.connect(self._note.show_problem)
            field.value_changed.connect(lambda _: self.changed.emit())
        self.first.value_changed.connect(self._on_first_typed)
        self.follows.clicked.connect(lambda _: self.follow_toggled.emit())

    def begin(self, first: date) -> None:
        """Until further notice, each unit following on, the others from `first`."""
        self.first.set_value(first)
        self.until.set_value(None)
        self.follows.setChecked(True)

    def check(self) -> bool:
        """Whether both days can be used."""
        return self.first.check() and self.until.check()

    def first_day(self) -> date:
        """The first day of units that do not follow on; only after `check`."""
        first = self.first.value()
        assert first is not None
        return first

    def toggle_follow(self) -> None:
        """Let units begin where they were charged to, or all on the day typed."""
        self.follows.setChecked(not self.follows.isChecked())
        self.follow_toggled.emit()

    def refuse(self, error: Refusal | Trouble) -> bool:
        """Say a refused day beside its field; False if the refusal is about something else."""
        field = {fees.AssignedBeforeTariff: self.first, fees.DatesReversed: self.until}.get(type(error))
        if field is None:
            return False
        field.show_problem(say(error))
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _on_first_typed(self, _: object) -> None:
        """Who types a day means it for all."""
        self.follows.setChecked(False)

    def _lay_out(self) -> None:
        days = row(
            body(tr("Charge from"), Tone.INK2),
            self.first,
            12,
            body(tr("No charges from"), Tone.INK2),
            self.until,
            self._note,
        )
        days.setStretchFactor(self._note, 1)
        self.setLayout(column(days, row(self.follows, None), space=4, margins=(24, 0, 24, 8)))
