"""The rounds that were walked, with what was not good."""

from __future__ import annotations

from app.access.permissions import Permission
from app.core.language import mark, tr
from app.core.show import show_time
from app.duty.inspections.inspection_facts import Round
from ui.duty.lists.photos import show_photos
from ui.duty.rounds.point_table import seen_state
from ui.shell.context import Context
from ui.widgets.chip import Mood
from ui.widgets.columns import Column, State
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.section import Section
from ui.widgets.table_view import TableView

KEYS = "duty.lists.rounds"


class Rounds(Section[Round]):
    """A round that ended stays as it is."""

    needs = Permission.KEEP_DUTY
    folding = (mark("Begun"),)

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Rounds walked"),
            TableView(tr("Rounds walked"), _columns(), key=lambda one: one.id),
            words=tr("Every round with the points as they were, and what was seen at each."),
            empty=EmptyState(tr("No round was walked yet"), tr("Rounds are walked from the first page.")),
            filter_hint=tr("List or name"),
        )
        look = self.offer("look", tr("What was seen"), "Return", self.on_row(self._on_look), in_rows=True)
        self.offer("photos", tr("See photos large"), "V", self.on_row(self._on_photos), in_rows=True)
        self.offer("print", tr("Print the round"), "Ctrl+P", self.on_row(self._on_print), icon="printer")
        self.opens(look)

    def load(self) -> None:
        self.table.show_rows(self.context.office.inspections.rounds())

    def _on_look(self, one: Round) -> None:
        self.context.questions.tell(f"{one.name}  {one.due_on}", _told(one))

    def _on_photos(self, one: Round) -> None:
        photos = self.context.office.duty_photos.of_round(one.id)
        places = {point.key: f"{point.where} {point.what}" for point in one.points}
        none = tr("This round has no photo.")
        show_photos(self.context, photos, lambda photo: places.get(photo.point, photo.point), none)

    def _on_print(self, one: Round) -> None:
        from ui.duty.printing import print_round  # noqa: PLC0415 - the drawing library

        print_round(self.context, one.id)


def _told(one: Round) -> str:
    lines = []
    for point in one.points:
        sighting = one.sightings.get(point.key)
        state = seen_state(sighting, point.unit)
        about = "" if sighting is None else sighting.seen.words
        lines.append(f"{point.where}  {point.what}: {state.word if state else '—'}  {about}".rstrip())
    return "\n".join(lines)


def _columns() -> list[Column[Round]]:
    return [
        Column(tr("Due day"), lambda one: one.due_on, Cell.DATE),
        Column(tr("Inspection list"), lambda one: one.name, bold=True, stretch=True),
        Column(tr("Walked by"), lambda one: one.walked_by),
        Column(tr("Begun"), lambda one: show_time(one.begun_at)),
        Column(tr("Ended at"), lambda one: "" if one.ended_at is None else show_time(one.ended_at)),
        Column(tr("State"), _state, Cell.STATE),
    ]


def _state(one: Round) -> State:
    if one.ended_at is None:
        return State(tr("being walked"), "play", Mood.ACCENT)
    if one.not_good:
        return State(tr("{count} not good").format(count=len(one.not_good)), "triangle-alert", Mood.DANGER)
    return State(tr("all good"), "check", Mood.OK)
