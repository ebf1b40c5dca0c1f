"""The first and the last day of a pause or a discount; an empty last day lasts until somebody ends it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from app.core.language import tr
from app.core.show import show_date
from ui.widgets.date_field import DateField
from ui.widgets.form import Form

_DAY = timedelta(days=1)


class SpanFields:
    """Two rows of a form."""

    def __init__(self, form: Form, today: Callable[[], date], first: date) -> None:
        self.first = DateField(tr("First day"), today, required=True)
        self.last = DateField(tr("Last day"), today)
        self.first.set_value(first)
        form.add(tr("First day"), self.first)
        form.add(tr("Last day"), self.last, hint=tr("Empty: until somebody ends it"))

    def show(self, first: date, until: date | None) -> None:
        """What was given before; `until` is the day after the last."""
        self.first.set_value(first)
        self.last.set_value(None if until is None else until - _DAY)

    def given(self) -> tuple[date, date | None] | None:
        """`[first, until)`; None, with the problem said, where the last day lies before the first."""
        first, last = self.first.value(), self.last.value()
        assert first is not None
        if last is not None and last < first:
            self.last.show_problem(tr("The last day lies before {first}.").format(first=show_date(first)))
            self.last.setFocus()
            return None
        return first, None if last is None else last + _DAY
