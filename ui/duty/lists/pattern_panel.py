"""Turns by day or week: who in turn, from when until when, on which weekdays."""

from __future__ import annotations

from datetime import date, time, timedelta

from app.core.language import tr
from app.duty.refusals import DutyTextMissing, NoWeekday, PatternEmpty, PatternTooLong
from app.duty.roster.pattern import Change, OnCall, Pattern
from app.duty.roster.roster_facts import Post
from ui.duty.lists.weekday_field import WeekdayField
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.date_field import DateField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField
from ui.widgets.time_fields import TimeField


class PatternPanel(EditPanel[int]):
    """Answers how many turns were written; the hours are those of the post until others are typed."""

    def __init__(self, context: Context, first: date, post: str = "") -> None:
        super().__init__(
            tr("Write turns"),
            self._write,
            words=tr("Several people follow each other: a name, its telephone, a comma, the next name."),
            saving=tr("Write turns"),
        )
        self._context = context
        today = context.clock.now().date
        self.posts = context.office.roster.posts()
        self.post: ChoiceField[Post] = ChoiceField(tr("Duty post"), [(one.name, one) for one in self.posts])
        self.people = LineField(tr("People"))
        self.first = DateField(tr("From day"), today, required=True)
        self.last = DateField(tr("To day"), today, required=True)
        self.weekdays = WeekdayField()
        self.change: ChoiceField[Change] = ChoiceField(
            tr("The next one comes"), [(tr("each day"), Change.DAY), (tr("each week"), Change.WEEK)]
        )
        self.begins, self.ends = TimeField(tr("Turn begins"), required=True), TimeField(tr("Turn ends"), required=True)
        self._lay_out()
        self._fill(first, post)
        self.place(self.people, DutyTextMissing)
        self.place(self.last, PatternEmpty, PatternTooLong)
        self.place(self.weekdays, NoWeekday)
        self.step_through(
            self.post, self.people, self.first, self.last, self.change, self.weekdays, self.begins, self.ends
        )
        self.setFocusProxy(self.people if post else self.post)

    def _lay_out(self) -> None:
        self.form.add(tr("Duty post"), self.post)
        self.form.add(tr("People"), self.people)
        self.form.add(tr("From day"), self.first)
        self.form.add(tr("To day"), self.last)
        self.form.add(tr("The next one comes"), self.change)
        self.form.add(tr("Weekdays"), self.weekdays, hint=tr("1 is Monday: 1-5, or 135; empty is daily"))
        self.form.add(tr("Turn begins"), self.begins)
        self.form.add(tr("Turn ends"), self.ends, hint=tr("An earlier time is on the next day"))

    def _fill(self, first: date, post: str) -> None:
        self.first.set_value(first)
        self.last.set_value(first + timedelta(days=6 - first.weekday()))
        self.post.chosen.connect(self._show_hours)
        chosen = next((one for one in self.posts if one.name == post), self.posts[0] if self.posts else None)
        if chosen is not None:
            self.post.set_value(chosen)
            self._show_hours(chosen)

    def _show_hours(self, post: Post) -> None:
        self.begins.set_value(post.begins)
        self.ends.set_value(post.ends)

    def _write(self) -> int | None:
        post, first, last = self.post.value(), self.first.value(), self.last.value()
        if post is None or first is None or last is None:
            return None
        pattern = Pattern(
            post.id,
            read_people(self.people.text()),
            first,
            last,
            self.begins.value() or time(),
            self.ends.value() or time(),
            self.weekdays.days(),
            self.change.value() or Change.DAY,
        )
        return self._context.office.roster.write_pattern(self._context.actor, pattern)


def read_people(text: str) -> tuple[OnCall, ...]:
    """`赵强 13800001111，钱明`: each with the telephone behind the name."""
    found = []
    for part in text.replace("，", ",").replace("、", ",").split(","):
        words = part.split()
        if words:
            is_phone = len(words) > 1 and words[-1].replace("-", "").isdecimal()
            name = " ".join(words[:-1] if is_phone else words)
            found.append(OnCall(name, words[-1] if is_phone else ""))
    return tuple(found)
