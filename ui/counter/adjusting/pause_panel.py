"""Letting the late fee rest for some days, for one line or the whole room; and letting it grow again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from app.core.language import tr
from app.core.show import show_date
from app.fees.adjustments.late_fee_pauses import PauseRow
from ui.counter.adjusting.kept_panel import KeptPanel
from ui.counter.adjusting.reason_fields import ReasonFields, Why, pause_reasons
from ui.shell.actions import ActionRegistry
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.text_label import body


@dataclass(frozen=True, slots=True)
class PauseWanted:
    """For the line only or the whole room, from which day until which (the day after the last), and why."""

    line_only: bool
    first: date
    until: date | None
    why: Why


class PausePanel(KeptPanel[PauseWanted]):
    """Days in the pause do not count; those before and after it do."""

    def __init__(self, line: str, unit: str, today: Callable[[], date], before: PauseWanted | None = None) -> None:
        super().__init__(tr("Let the late fee rest"), width=560)
        choices = [
            (tr("this line: {line}").format(line=line), True),
            (tr("all of room {unit}").format(unit=unit), False),
        ]
        self.what: ChoiceField[bool] = ChoiceField(tr("For what"), choices)
        self.first = DateField(tr("First day"), today, required=True)
        self.last = DateField(tr("Last day"), today)
        self._form = Form()
        self._form.add(tr("For what"), self.what)
        self._form.add(tr("First day"), self.first)
        self._form.add(tr("Last day"), self.last, hint=tr("Empty: until somebody ends it"))
        self.why = ReasonFields(self._form, pause_reasons())
        self.first.set_value(today())
        self.body.addWidget(
            body(tr("Days of the pause do not count for the late fee. What was taken stays taken.")).wrap()
        )
        self.body.addWidget(self._form)
        self.setFocusProxy(self.what)
        if before is not None:
            self._show(before)

    def _show(self, before: PauseWanted) -> None:
        self.what.set_value(before.line_only)
        self.first.set_value(before.first)
        self.last.set_value(None if before.until is None else before.until - timedelta(days=1))
        self.why.show(before.why)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "pause", tr("Let it rest"), ("F9", "Ctrl+Return"), self._on_pause, Kind.PRIMARY)

    def _on_pause(self) -> None:
        if not self._form.check():
            return
        first, last = self.first.value(), self.last.value()
        assert first is not None
        if last is not None and last < first:
            self.last.show_problem(tr("The last day lies before {first}.").format(first=show_date(first)))
            self.last.setFocus()
            return
        why = self.why.given()
        if why is not None:
            until = None if last is None else last + timedelta(days=1)
            self.answer(PauseWanted(bool(self.what.value()), first, until, why))


class EndPausePanel(KeptPanel[date]):
    """The first day on which the late fee grows again."""

    def __init__(self, pause: PauseRow, today: Callable[[], date], before: date | None = None) -> None:
        super().__init__(tr("The late fee rests"), width=520)
        what = pause.charge or tr("the whole room")
        facts = {
            "what": what,
            "day": show_date(pause.first),
            "reason": pause.reason,
            "by": pause.approved_by or pause.by,
        }
        words = body(tr("{what}, since {day}: {reason} ({by})").format(**facts)).wrap()
        self.day = DateField(tr("Grows again from"), today, required=True)
        self.day.set_value(before or today())
        form = Form()
        form.add(tr("Grows again from"), self.day, hint=tr("The first day that counts again"))
        self.body.addWidget(words)
        self.body.addWidget(form)
        self.setFocusProxy(self.day)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "end", tr("End the pause"), ("F9", "Ctrl+Return"), self._on_end, Kind.PRIMARY)

    def _on_end(self) -> None:
        day = self.day.value() if self.day.check() else None
        if day is not None:
            self.answer(day)
