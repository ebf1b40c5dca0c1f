"""The hazards: what was found, who sees to it, by when, and the steps until it is closed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from app.access.permissions import Permission
from app.core.language import mark, tr
from app.core.show import show_time
from app.duty.files.duty_photos import AFTER
from app.duty.hazards.hazard_facts import Hazard, HazardLine
from app.duty.words import GRADES, HAZARD_STEPS
from ui.duty.lists.give_panel import GivePanel
from ui.duty.lists.hazard_panel import HazardPanel
from ui.duty.lists.photos import show_photos
from ui.duty.rounds.round_photos import choose, paste
from ui.duty.words import hazard_state
from ui.shell.context import Context
from ui.widgets.colours import Tone
from ui.widgets.columns import Column
from ui.widgets.columns import Kind as Cell
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.section import Section
from ui.widgets.surface import column
from ui.widgets.table_view import TableView
from ui.widgets.text_label import body

KEYS = "duty.lists.hazards"


class HazardList(Section[Hazard]):
    """Late ones first; the timeline of the current one stands below."""

    needs = Permission.KEEP_DUTY
    folding = (mark("Grade"), mark("Found on"))

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Hazards"),
            TableView(tr("Hazards"), _columns(context.clock.now().date), key=lambda one: one.id),
            words=tr("From found to closed, each step with name and time; or it becomes a ticket."),
            empty=EmptyState(tr("No hazard is open"), tr("F8 writes one down; rounds write them down as well.")),
        )
        self.closed = False
        self.told = body("", Tone.INK2).wrap()
        self._box.addLayout(column(self.told, margins=(24, 0, 24, 10)))
        self.table.current_changed.connect(self._show_told)
        self._make_steps()

    def load(self) -> None:
        self.table.show_rows(self.context.office.hazards.listed(closed=self.closed))
        self._show_told(self.table.current())

    def _make_steps(self) -> None:
        self.offer("new", tr("New hazard"), "F8", self._on_new, Kind.PRIMARY, icon="plus")
        self.offer("give", tr("Owner and deadline"), "Return", self.on_row(self._on_give), in_rows=True)
        self.offer("fix", tr("Put right"), "E", self._on_fix, in_rows=True)
        self.offer("check", tr("Checked, in order"), "C", self.on_row(self._on_check), in_rows=True)
        self.offer("back", tr("Not in order"), "B", self._on_send_back, in_rows=True)
        self.offer("close", tr("Close it"), "X", self.on_row(self._on_close), in_rows=True)
        self.offer("ticket", tr("Raise a ticket"), "T", self.on_row(self._on_ticket), in_rows=True)
        self.offer("note", tr("Note"), "N", self._on_note, Kind.QUIET, in_rows=True)
        self.offer("photo", tr("Add a photo"), "F", self._on_photo, Kind.QUIET, in_rows=True)
        self.offer("photos", tr("See photos large"), "V", self.on_row(self._on_photos), Kind.QUIET, in_rows=True)
        self.offer("paste", tr("Paste a photo"), "Ctrl+V", self._on_paste, Kind.QUIET, in_rows=True)
        self.offer("all", tr("Closed ones too, or not"), "F6", self._on_all, Kind.QUIET)
        self.offer("print", tr("Print the list"), "Ctrl+P", self._on_print, Kind.QUIET, icon="printer")
        self.offer("excel", tr("Save as Excel"), "Ctrl+Shift+S", self._on_excel, Kind.QUIET)

    def _show_told(self, one: Hazard | None) -> None:
        self.told.show_text("" if one is None else "\n".join(_line(line) for line in one.lines[-5:]))

    def _on_new(self) -> None:
        number = self.context.questions.ask(HazardPanel(self.context))
        if number is not None:
            self.tell_done(tr("Hazard {number} is written down").format(number=number))

    def _on_give(self, one: Hazard) -> None:
        if self.context.questions.ask(GivePanel(self.context, one).concerning(one.id)) is not None:
            self.tell_done(tr("{number} has an owner and a deadline").format(number=one.number))

    def _on_fix(self) -> None:
        self._in_words(
            tr("What was done?"), self.context.office.hazards.put_right, tr("{number} is put right, to be checked")
        )

    def _on_check(self, one: Hazard) -> None:
        hazards, by = self.context.office.hazards, self.context.actor
        words = tr("{number} is checked; X closes it").format(number=one.number)
        self.attempt(lambda: hazards.check(by, one.id), words)

    def _on_send_back(self) -> None:
        self._in_words(
            tr("What is still wrong?"), self.context.office.hazards.send_back, tr("{number} is to be put right again")
        )

    def _on_close(self, one: Hazard) -> None:
        hazards, by = self.context.office.hazards, self.context.actor
        self.attempt(lambda: hazards.close(by, one.id), tr("{number} is closed now").format(number=one.number))

    def _on_note(self) -> None:
        self._in_words(tr("Note"), self.context.office.hazards.note, tr("The note stands on {number}"))

    def _on_ticket(self, one: Hazard) -> None:
        hazards, by = self.context.office.hazards, self.context.actor
        if self.attempt(
            lambda: hazards.raise_ticket(by, one.id), tr("{number} is a ticket now").format(number=one.number)
        ):
            ticket = hazards.hazard(one.id)
            self.context.changes.announce("tickets", by=self)
            self.context.messages.done(
                tr("{number} is ticket {ticket} now").format(number=one.number, ticket=ticket.ticket)
            )

    def _in_words(self, title: str, run: Callable[..., object], done: str) -> None:
        one = self.table.current()
        if one is None:
            return
        words = self.context.questions.ask_text(title, tr("In a few words"), about=one.id)
        if words is not None:
            self.attempt(lambda: run(self.context.actor, one.id, words), done.format(number=one.number))

    def _on_photo(self) -> None:
        self._photo(choose)

    def _on_photos(self, one: Hazard) -> None:
        photos, when = self.context.office.duty_photos.of_hazard(one.id), {AFTER: tr("Put right")}
        none = tr("This hazard has no photo.")
        show_photos(self.context, photos, lambda photo: when.get(photo.point, tr("Found")), none)

    def _on_paste(self) -> None:
        self._photo(paste)

    def _photo(self, read: Callable[..., bool]) -> None:
        one = self.table.current()
        if one is None:
            return
        photos, by = self.context.office.duty_photos, self.context.actor
        after = any(line.step.value in ("fixed", "checked") for line in one.lines)
        if read(self.context, lambda picture: photos.add_to_hazard(by, one.id, picture, after=after)):
            self.load()

    def _on_all(self) -> None:
        self.closed = not self.closed
        self.begin()

    def _on_print(self) -> None:
        from ui.duty.printing import print_hazards  # noqa: PLC0415 - the drawing library

        print_hazards(self.context, closed=self.closed)

    def _on_excel(self) -> None:
        from ui.duty.printing import save_hazards  # noqa: PLC0415 - as above

        save_hazards(self.context, closed=self.closed)


def _line(line: HazardLine) -> str:
    facts = line.facts
    more = ""
    if "owner" in facts:
        more = tr("{owner}, by {day}").format(owner=facts["owner"], day=facts["due_on"])
    elif "ticket" in facts:
        more = facts["ticket"]
    said = "  ".join(part for part in (more, line.text) if part)
    return f"{show_time(line.at)}  {line.name}  {tr(HAZARD_STEPS[line.step])}  {said}".rstrip()


def _columns(today: Callable[[], date]) -> list[Column[Hazard]]:
    return [
        Column(tr("State"), lambda one: hazard_state(one, today()), Cell.STATE),
        Column(tr("Hazard"), lambda one: one.number, whole=True),
        Column(tr("Where"), lambda one: one.where),
        Column(tr("What"), lambda one: one.what, stretch=True),
        Column(tr("Grade"), lambda one: tr(GRADES[one.grade])),
        Column(tr("Who sees to it"), lambda one: one.owner),
        Column(tr("Deadline"), lambda one: one.due_on, Cell.DATE),
        Column(tr("Found on"), lambda one: one.found_at.date(), Cell.DATE, tone=Tone.INK2),
        Column(tr("Photos"), lambda one: one.photos or None, Cell.NUMBER),
    ]
