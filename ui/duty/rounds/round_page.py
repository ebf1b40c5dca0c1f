"""Walking a round: the points at the left, the current one large at the right; Enter keeps it and goes on."""

from __future__ import annotations

from PySide6.QtCore import Signal

from app.core.errors import Refusal
from app.core.language import tr
from app.core.show import show_date, show_time
from app.duty.hazards.hazard_facts import NewHazard
from app.duty.inspections.inspection_facts import Round
from app.duty.inspections.points import Point, Verdict
from ui.duty.lists.hazard_panel import HazardPanel
from ui.duty.rounds.point_form import PointForm
from ui.duty.rounds.point_table import PointRow, point_table, rows_of
from ui.duty.rounds.round_photos import RoundPhotos
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.page_draft import PageDraft
from ui.shell.window_layout import Room
from ui.widgets.colours import Tone
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.text_label import body, page_title

KEYS = "duty.round"


class RoundPage(SubPage):
    """`left` comes with Esc, and when the round ends; a round that was left goes on where it stood."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS, tr("Walk a round"))
        self.round: Round | None = None
        self.title, self.told = page_title(""), body("", Tone.INK2).wrap()
        self.table = point_table()
        self.photos = RoundPhotos(context)
        add = context.actions.add
        keep = add(f"{KEYS}.keep", tr("Keep, and go on"), "Return", self._on_keep, context=KEYS, commits=True)
        leave = add(f"{KEYS}.leave_out", tr("Leave out"), "F7", self._on_leave_out, context=KEYS, commits=True)
        hazard = add(f"{KEYS}.hazard", tr("Report a hazard"), "F8", self._on_hazard, context=KEYS, commits=True)
        end = add(f"{KEYS}.end", tr("End the round"), "F9", self._on_end, context=KEYS, commits=True)
        file = add(f"{KEYS}.photo", tr("Add a photo"), "Ctrl+F", self._on_photo, context=KEYS)
        add(f"{KEYS}.paste", tr("Add the photo of the clipboard"), "Ctrl+Shift+V", self._on_paste, context=KEYS)
        add(f"{KEYS}.back", tr("Back to duty"), "Esc", self.left.emit, context=KEYS)
        add(f"{KEYS}.next", tr("Next point"), ("Ctrl+Down", "PgDown"), lambda: self._step(1), context=KEYS)
        add(f"{KEYS}.before", tr("Point before"), ("Ctrl+Up", "PgUp"), lambda: self._step(-1), context=KEYS)
        self.form = PointForm(
            KeyButton(keep, Kind.PRIMARY, icon="check"),
            KeyButton(leave),
            KeyButton(hazard, icon="shield-alert"),
            KeyButton(file, Kind.QUIET, icon="image"),
        )
        self._draft = PageDraft(context, KEYS, self.form)
        self._lay_out(KeyButton(end, icon="circle-check"))
        self.table.current_changed.connect(self._show_point)
        context.layout.changed.connect(self._on_room)
        self._on_room(context.layout.room)
        self.table.opened.connect(lambda _row: self.form.take_caret())

    def _on_room(self, room: Room) -> None:
        for title in (tr("Limits"), tr("Photos")):
            self.table.hide_column(title, hidden=room is Room.SMALL)

    def begin(self, round_id: int) -> None:
        """Go on with a round, at the first point that nobody looked at."""
        self.round = None
        one = self._load(round_id)
        first = (*one.unseen, *one.points)[0]
        self.table.choose_key(first.key)
        self._show_point(self.table.current())
        self.take_focus()

    def take_focus(self) -> None:
        self.form.take_caret()

    def _lay_out(self, end: KeyButton) -> None:
        head = row(column(self.title, self.told, space=2), end)
        head.setStretch(0, 1)
        left = column(head, self.table, space=8)
        left.setStretch(1, 1)
        whole = row(left, Rule(upright=True), Scrolling(column(self.form, None)), space=16, margins=(20, 12, 20, 12))
        whole.setStretch(0, 3)
        whole.setStretch(2, 2)
        self.setLayout(whole)

    def _load(self, round_id: int) -> Round:
        one = self.round = self.context.office.inspections.round(round_id)
        self.title.show_text(one.name)
        seen = len(one.points) - len(one.unseen)
        words = tr("for {day}, begun {time} by {who}; {seen} of {all} points seen")
        facts = {"day": show_date(one.due_on), "time": show_time(one.begun_at), "who": one.walked_by}
        self.told.show_text(words.format(seen=seen, all=len(one.points), **facts))
        self.table.show_rows(rows_of(one, self.context.office.duty_photos.of_round(round_id)))
        return one

    def _point(self) -> Point | None:
        current = self.table.current()
        return None if current is None else current.point

    def _show_point(self, current: PointRow | None) -> None:
        if current is not None and self.round is not None:
            self._draft.keep()
            self.form.show_point(current.point, self.round.sightings.get(current.point.key))
            self._draft.shown(self.round.id, current.point.key)

    def _step(self, by: int) -> None:
        self.table.choose(self.table.currentIndex().row() + by)
        self.form.take_caret()

    def _on_keep(self) -> None:
        point, one = self._point(), self.round
        if point is None or one is None or self.form.composing:
            return
        try:
            sighting = self.context.office.inspections.see(
                self.context.actor, one.id, point.key, self.form.value(), self.form.words()
            )
        except Refusal as refusal:
            self.form.show_problem(say(refusal))
            return
        self._draft.written()
        self._load(one.id)
        if sighting.seen.verdict is Verdict.NOT_GOOD:
            self.form.show_point(point, sighting)
            self._draft.written()
            self.form.warn(tr("Not as it should be. F8 reports a hazard, PgDn goes on."))
        else:
            self._go_on()

    def _go_on(self) -> None:
        assert self.round is not None
        place = self.table.currentIndex().row()
        later = [at for at, shown in enumerate(self.table.rows_model.rows) if shown.sighting is None]
        following = [at for at in later if at > place] or later
        if following:
            self.table.choose(following[0])
            self.form.take_caret()
        else:
            self._show_point(self.table.current())
            self.form.warn(tr("Every point was seen. F9 ends the round."), calm=True)

    def _on_leave_out(self) -> None:
        point, one = self._point(), self.round
        if point is None or one is None:
            return
        why = self.context.questions.ask_text(
            tr("Why is “{where}” left out?").format(where=point.where), tr("Reason"), about=one.id
        )
        if why is None:
            return
        try:
            self.context.office.inspections.leave_out(self.context.actor, one.id, point.key, why)
        except Refusal as refusal:
            self.form.show_problem(say(refusal))
            return
        self._draft.written()
        self._load(one.id)
        self._go_on()

    def _on_hazard(self) -> None:
        point, one = self._point(), self.round
        if point is None or one is None:
            return
        sighting = one.sightings.get(point.key)
        seen = "" if sighting is None else f"{sighting.seen.value} {point.unit} {sighting.seen.words}"
        what = " ".join(f"{point.what} {seen}".split())
        asked = NewHazard(what, point.where, round_id=one.id, point=point.key)
        number = self.context.questions.ask(HazardPanel(self.context, asked).concerning(one.id, point.key))
        if number is not None:
            self.context.messages.done(tr("Hazard {number} is written down").format(number=number))
            self.context.changes.announce("duty", by=self)
            self._go_on()

    def _on_photo(self) -> None:
        point, one = self._point(), self.round
        if point is not None and one is not None and self.photos.choose(one.id, point):
            self._load(one.id)

    def _on_paste(self) -> None:
        point, one = self._point(), self.round
        if point is not None and one is not None and self.photos.paste(one.id, point):
            self._load(one.id)

    def _on_end(self) -> None:
        if self.round is None:
            return
        try:
            ended = self.context.office.inspections.end(self.context.actor, self.round.id)
        except Refusal as refusal:
            self.form.show_problem(say(refusal))
            if self.round.unseen:
                self.table.choose_key(self.round.unseen[0].key)
                self.form.take_caret(keep_problem=True)
            return
        words = tr("“{name}” is walked, {count} not good").format(name=ended.name, count=len(ended.not_good))
        self.context.messages.done(words)
        self.context.changes.announce("duty", by=self)
        self.left.emit()
