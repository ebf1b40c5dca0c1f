"""Letting the late fee rest for some days, for one line or the whole room; and letting it grow again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from app.core.language import tr
from app.core.show import show_date
from app.fees.adjustments.late_fee_pauses import PauseRow
from ui.counter.adjusting.kept_panel import KeptPanel
from ui.counter.adjusting.reason_fields import ReasonFields, Why, pause_reasons
from ui.counter.adjusting.span_fields import SpanFields
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
        self._form = Form()
        self._form.add(tr("For what"), self.what)
        self.span = SpanFields(self._form, today, today())
        self.why = ReasonFields(self._form, pause_reasons())
        self.body.addWidget(
            body(tr("Days of the pause do not count for the late fee. What was taken stays taken.")).wrap()
        )
        self.body.addWidget(self._form)
        self.setFocusProxy(self.what)
        if before is not None:
            self._show(before)

    def _show(self, before: PauseWanted) -> None:
        self.what.set_value(before.line_only)
        self.span.show(before.first, before.until)
        self.why.show(before.why)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "pause", tr("Let it rest"), ("F9", "Ctrl+Return"), self._on_pause, Kind.PRIMARY)

    def _on_pause(self) -> None:
        span = self.span.given() if self._form.check() else None
        why = None if span is None else self.why.given()
        if span is not None and why is not None:
            self.answer(PauseWanted(bool(self.what.value()), *span, why))


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
