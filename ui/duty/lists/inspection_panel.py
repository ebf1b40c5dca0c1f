"""The form of an inspection list: its route is a text, one point a line."""

from __future__ import annotations

from app.core.language import tr
from app.duty.inspections.inspection_facts import Inspection
from app.duty.inspections.point_text import points_text, read_points
from app.duty.inspections.rhythm import EveryDays, Rhythm
from app.duty.refusals import (
    DutyTextMissing,
    InspectionExists,
    NoPoints,
    NoWeekday,
    PointChoices,
    PointIncomplete,
    PointLimits,
    RhythmImpossible,
    SeenNotANumber,
)
from ui.duty.lists.rhythm_field import RhythmField
from ui.shell.context import Context
from ui.widgets.date_field import DateField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField
from ui.widgets.text_area import TextArea


class InspectionPanel(EditPanel[int]):
    """Answers the id of the list."""

    def __init__(self, context: Context, one: Inspection | None) -> None:
        super().__init__(
            tr("New list") if one is None else one.name,
            self._keep,
            words=tr(
                "One point a line: where | what to look at | answer. The answer is empty for 正常/异常, or"
                " 数值 0.3~0.6 MPa, or 文字, or answers of your own parted by / with the good one first."
            ),
            width=920,
        )
        self._context, self._one = context, one
        self.name = LineField(tr("Name"))
        self.rhythm = RhythmField()
        self.first = DateField(tr("First on"), context.clock.now().date, required=True)
        self.route = TextArea(tr("Route of the round"), lines=10)
        self.form.add(tr("Name"), self.name)
        how = tr("1: daily; 7: every 7 days; m5: on the 5th; w135: Mon, Wed, Fri")
        self.form.add(tr("How often"), self.rhythm, hint=how)
        self.form.add(tr("First on"), self.first)
        self.form.add(tr("Route of the round"), self.route)
        self._fill(one)
        self.place(self.name, DutyTextMissing, InspectionExists)
        self.place(self.rhythm, RhythmImpossible, NoWeekday)
        self.place(self.route, NoPoints, PointIncomplete, PointLimits, PointChoices, SeenNotANumber)
        self.step_through(self.name, self.rhythm, self.first)

    def _fill(self, one: Inspection | None) -> None:
        if one is None:
            self.rhythm.set_value(EveryDays(1))
            self.first.set_value(self._context.clock.now().date())
            return
        self.name.setText(one.name)
        self.rhythm.set_value(one.rhythm)
        self.first.set_value(one.first_on)
        self.route.set_text(points_text(one.points))

    def _keep(self) -> int | None:
        inspections, by = self._context.office.inspections, self._context.actor
        rhythm: Rhythm | None = self.rhythm.value()
        first = self.first.value()
        if rhythm is None or first is None:
            return None
        before = {} if self._one is None else {(point.where, point.what): point.key for point in self._one.points}
        points = read_points(self.route.text(), before)
        if self._one is None:
            return inspections.add(by, self.name.text(), rhythm, points, first)
        inspections.change(by, self._one.id, self.name.text(), rhythm, points, first)
        return self._one.id
