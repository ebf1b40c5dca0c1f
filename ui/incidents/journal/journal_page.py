"""The home of the incidents tab: one large calm button, and under it what was, what waits, and its papers."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal

from app.access.permissions import Permission
from app.core.language import tr
from app.incidents.journal.rows import JournalRow, JournalState, Shown
from ui.incidents.journal.addition_panel import AdditionPanel
from ui.incidents.journal.figures_panel import FiguresPanel
from ui.incidents.journal.journal_words import FOLDING, PARTS, booklet_words, columns, review_warning
from ui.incidents.journal.papers import save_report, show_booklet, show_report
from ui.incidents.journal.photos import show_photos
from ui.incidents.journal.review_day_panel import ReviewDayPanel
from ui.incidents.journal.review_panel import ReviewPanel
from ui.incidents.journal.start_button import StartRow
from ui.incidents.journal.step_times_panel import StepTimesPanel
from ui.incidents.papers.list_printing import show_list
from ui.shell.changes import Change
from ui.shell.context import Context
from ui.shell.window_layout import Room
from ui.widgets.chip import Mood
from ui.widgets.edit_panel import EditPanel
from ui.widgets.empty_state import EmptyState
from ui.widgets.key_button import Kind
from ui.widgets.row_delegate import RowLook
from ui.widgets.section import Section
from ui.widgets.segments import Segments
from ui.widgets.surface import row
from ui.widgets.table_view import TableView

KEYS = "incidents.journal"
_LARGE = 150  # percent of the text


class JournalPage(Section[JournalRow]):
    """`begin` reads the list; `show_incident` goes to one of its rows; `left` when there is nothing to back out of."""

    left = Signal()
    needs = Permission.RUN_INCIDENT
    folding = FOLDING

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            KEYS,
            tr("Journal of incidents"),
            TableView(tr("Incidents"), columns(context.clock.now().date()), key=lambda line: line.id, look=_look),
            words=tr("What was closed stays as it was; what has to be said since is added with its day."),
            empty=EmptyState(tr("Nothing has happened yet"), tr("What you start stands here from its first minute.")),
            filter_hint=tr("Kind, place, number or result"),
        )
        self.shown = Shown.REAL
        self._comes_up = True
        self.start = StartRow(context)
        self.parts = self._make_parts()
        self._offer_loud()
        self._offer_quiet()
        context.actions.add(f"{KEYS}.back", tr("Back"), "Esc", self._on_back, context=KEYS)
        context.changes.changed.connect(self._on_changed)
        self._box.insertLayout(0, row(self.start, margins=(24, 16, 24, 0)))
        self._box.insertLayout(2, row(self.parts, None, margins=(24, 6, 16, 0)))

    def load(self) -> None:
        journal, today = self.context.office.incident_journal, self.context.clock.now().date()
        self.table.show_rows(journal.rows(self.shown))
        counts = journal.counts()
        for part, action in self._part_actions.items():
            action.say(f"{tr(PARTS[part])} {counts[part]}")
        self.parts.choose(self.shown)
        warning = review_warning(journal.rows(Shown.TO_REVIEW), today, self.context.office.plan_versions.overdue())
        self.strip.say(warning, Mood.WARN, icon="hourglass")
        self.start.say(booklet_words(self.context.office.daily_booklet.written_at()))
        self._show_what_opens()

    def begin(self) -> None:
        super().begin()
        self.take_focus()
        self._comes_up = True

    def focus_search(self) -> None:
        """When the page comes up into the rows; from then on into the line that filters them."""
        if self._comes_up:
            self.take_focus()
        else:
            self.pane.filter_box.take_caret()
        self._comes_up = False

    def show_part(self, shown: Shown) -> None:
        """Look at another part of the list."""
        self.shown = shown
        self.load()
        self.table.choose(0)
        self.take_focus()

    def show_incident(self, incident_id: int) -> None:
        """Go to the row of one incident, whichever part it stands in."""
        found = self.context.office.incident_journal.row(incident_id)
        self.show_part(Shown.DRILLS if found.is_drill else Shown.REAL)
        self.table.choose_key(incident_id)

    def _on_room(self, room: Room) -> None:
        super()._on_room(room)
        small = room is Room.SMALL
        self.start.fold(small=small, low=small and self.context.theme.percent >= _LARGE)
        self._show_what_opens()

    def _show_what_opens(self) -> None:
        """Without a row there is nothing that Enter could open."""
        self._opens.setVisible(bool(self.table.rows_model.rows) and self.context.layout.room is not Room.SMALL)

    def _make_parts(self) -> Segments[Shown]:
        add = self.context.actions.add
        self._part_actions = {
            part: add(f"{KEYS}.{part.name.lower()}", tr(words), f"Alt+{number}", self._to(part), context=KEYS)
            for number, (part, words) in enumerate(PARTS.items(), 1)
        }
        choices = [(part, action, "") for part, action in self._part_actions.items()]
        return Segments(tr("Part of the journal"), choices, columns=len(choices))

    def _to(self, part: Shown) -> Callable[[], None]:
        return partial(self.show_part, part)

    def _offer_loud(self) -> None:
        """What is done with most rows, in the order of a day."""
        self.offer(
            "report", tr("Report"), "Ctrl+P", self.on_row(partial(self._on_report, unmasked=False)), icon="printer"
        )
        may = Permission.REVIEW_INCIDENT
        self.offer("review", tr("Review"), "F6", self._on_review, icon="users-round", needs=may)
        self.offer("add", tr("Add to it"), "F8", self._on_add, icon="message-square-plus")
        self.offer("booklet", tr("Booklet"), "Ctrl+Shift+B", partial(show_booklet, self.context), icon="book-open")

    def _offer_quiet(self) -> None:
        opened = self.offer(
            "open", tr("Go on, or its report"), "Return", self.on_row(self._on_open), Kind.QUIET, in_rows=True
        )
        self._opens = self._quiet[-1]
        self.opens(opened)
        named = self.on_row(partial(self._on_report, unmasked=True))
        may = Permission.UNMASK_PHONE
        self.offer("named", tr("Report with names"), "Ctrl+Shift+R", named, Kind.QUIET, needs=may)
        self.offer("excel", tr("To Excel"), "Ctrl+Shift+X", self.on_row(self._on_excel), Kind.QUIET, icon="download")
        self.offer("list", tr("List as filled"), "F4", self.on_row(self._on_list), Kind.QUIET, icon="clipboard-check")
        self.offer("photos", tr("See photos large"), "V", self.on_row(self._on_photos), Kind.QUIET, in_rows=True)
        self.offer("day", tr("Another day"), "Shift+F6", self._on_day, Kind.QUIET)
        self.offer("times", tr("Times of steps"), "F7", self.on_row(self._on_times), Kind.QUIET)
        self.offer("figures", tr("Figures of the year"), "Shift+F7", self._on_figures, Kind.QUIET)

    def _on_open(self, line: JournalRow) -> None:
        """What runs goes on; what was is shown as its report."""
        if line.closed_at is None:
            self.context.ways.lead("incidents", line.id)
        else:
            self._on_report(line, unmasked=False)

    def _on_report(self, line: JournalRow, *, unmasked: bool) -> None:
        show_report(self.context, line.id, unmasked=unmasked)

    def _on_excel(self, line: JournalRow) -> None:
        save_report(self.context, line)

    def _on_list(self, line: JournalRow) -> None:
        show_list(self.context, line.id)

    def _on_photos(self, line: JournalRow) -> None:
        show_photos(self.context, line.id)

    def _on_review(self) -> None:
        line = self._closed()
        if line is None:
            return
        facts = self.context.office.incident_reports.facts(self.context.actor, line.id)
        if facts.review is not None:
            self.context.messages.hint(
                tr("{number} was reviewed; its report says what was found").format(number=line.number)
            )
            return
        self._ask(ReviewPanel(self.context, facts), tr("The review of {answer} is kept"))

    def _on_day(self) -> None:
        line = self._closed()
        if line is None:
            return
        if line.state(self.context.clock.now().date()) is JournalState.REVIEWED:
            self.context.messages.hint(tr("{number} was reviewed already").format(number=line.number))
            return
        self._ask(ReviewDayPanel(self.context, line), tr("The review is on {answer} now"))

    def _on_add(self) -> None:
        line = self._closed()
        if line is not None:
            self._ask(AdditionPanel(self.context, line), tr("Added to {answer}"))

    def _on_times(self, line: JournalRow) -> None:
        times = self.context.office.incident_journal.step_times(self.context.actor, line.code)
        self.context.questions.ask(StepTimesPanel(line, times))

    def _on_figures(self) -> None:
        rows = self.context.office.incident_journal.rows(Shown.ALL)
        self.context.questions.ask(FiguresPanel(rows, self.context.clock.now().date()))

    def _closed(self) -> JournalRow | None:
        """The row, if it is closed; what runs is told in its own log."""
        line = self.table.current()
        if line is not None and line.closed_at is None:
            self.context.messages.hint(tr("{number} still runs: Enter goes on with it").format(number=line.number))
            return None
        return line

    def _ask(self, panel: EditPanel[str], done: str) -> None:
        answer = self.context.questions.ask(panel)
        if answer is not None:
            self.tell_done(done.format(answer=answer))
            self.context.changes.announce("incidents", by=self)

    def _on_back(self) -> None:
        if not self.back():
            self.left.emit()

    def _on_changed(self, change: Change) -> None:
        if change.concerns("incidents") and change.by is not self and self.isVisible():
            self.load()


def _look(line: JournalRow) -> RowLook:
    return RowLook(bold=line.closed_at is None, quiet=line.is_drill)
