"""Taking the report down: a new ticket, or one more reporter on an open one; a refusal is said at its field."""

from __future__ import annotations

from PySide6.QtCore import Qt

from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.tickets.catalogue.refusals import CategoryNotOffered
from app.tickets.entry.new_ticket import Reported
from app.tickets.events.read_events import EventHint
from app.tickets.refusals import NothingReported, PlaceUnknown, TicketTextTooLong, UnitUnknown, WhereMissing
from ui.sentences import say
from ui.shell.context import Context
from ui.tickets.entry.form_parts import TheForm

_WORTH_ASKING = 10
_WHERE = (WhereMissing, UnitUnknown, PlaceUnknown)
_TEXT = (NothingReported, TicketTextTooLong)


class EntrySaving:
    """What the keys of the form do with the office."""

    def __init__(self, context: Context, form: TheForm) -> None:
        self._context, self._form = context, form

    def save(self) -> None:
        """Make a ticket of the report, with its photos, and say its number."""
        form, office, actor = self._form, self._context.office, self._context.actor
        if not self._is_ready():
            return
        state = form.state()
        try:
            made = office.tickets.report(actor, state.asked())
        except (Refusal, Trouble) as error:
            self._refuse(error)
            return
        unkept = self._keep_photos(made.ticket_id)
        form.draft.keep_source(state.source)
        form.finish()
        self._context.messages.done(self._said(made))
        self._say_unkept(unkept)
        self._context.changes.announce("tickets", by=form)
        form.reported.emit(made)

    def join(self) -> None:
        """Add the report to the marked open ticket as another reporter's."""
        form, marked = self._form, self._form.side.marked()
        if marked is None or not self._is_ready():
            return
        try:
            self._context.office.tickets.add_reporter(self._context.actor, marked.label.id, form.state().caller())
        except (Refusal, Trouble) as error:
            self._refuse(error)
            return
        unkept = self._keep_photos(marked.label.id)
        form.finish()
        words = tr("Added to {number}; {n} have reported it")
        self._context.messages.done(words.format(number=marked.label.number, n=marked.reporters + 1))
        self._say_unkept(unkept)
        self._context.changes.announce("tickets", by=form)
        form.joined.emit(marked.label.id)

    def empty(self) -> None:
        """Begin anew; what is worth it is asked about."""
        form = self._form
        typed = form.state().text.strip()
        count = len(form.fields.photos.pictures)
        if len(typed) >= _WORTH_ASKING or count:
            what = tr("“{text}” and {n} photos are not taken down yet.").format(text=typed[:40], n=count)
            if not self._context.questions.confirm(tr("Start anew?"), what, tr("Throw it away")):
                return
        form.clear()
        form.draft.drop()
        form.take_focus()

    def _is_ready(self) -> bool:
        form = self._form
        form.fields.where.take_marked()
        form.fields.category.take_marked()
        form.show_no_problem()
        state = form.state()
        if state.category_id is None and state.category_text.strip():
            words = tr("There is no category “{text}”. Choose one of the list, or leave it empty.")
            form.fields.category.show_problem(words.format(text=state.category_text.strip()))
            form.fields.category_line.show_problem(form.fields.category.problem)
            form.fields.category.take_caret()
            return False
        return True

    def _refuse(self, error: Refusal | Trouble) -> None:
        fields, words = self._form.fields, say(error)
        if isinstance(error, _WHERE):
            fields.where.show_problem(words)
            fields.where_line.show_problem(words)
            fields.where.take_caret()
        elif isinstance(error, _TEXT):
            fields.text.show_problem(words)
            fields.text_line.show_problem(words)
            fields.text.setFocus(Qt.FocusReason.OtherFocusReason)
        elif isinstance(error, CategoryNotOffered):
            fields.category.show_problem(words)
            fields.category_line.show_problem(words)
            fields.category.take_caret()
        else:
            self._form.problem.show_problem(words)

    def _keep_photos(self, ticket_id: int) -> list[str]:
        unkept = []
        for picture in self._form.fields.photos.pictures:
            try:
                self._context.office.photos.add(self._context.actor, ticket_id, picture)
            except (Refusal, Trouble) as error:
                unkept.append(say(error))
        return unkept

    def _say_unkept(self, unkept: list[str]) -> None:
        if unkept:
            self._context.messages.wrong(" ".join(dict.fromkeys(unkept)))

    def _said(self, made: Reported) -> str:
        words = tr("Ticket {number} is taken down").format(number=made.number)
        hint = self._event_behind(made)
        if hint is None:
            return words
        like = tr("{n} like tickets in {building}: one event?")
        return f"{words}·{like.format(n=len(hint.tickets), building=hint.building)}"

    def _event_behind(self, made: Reported) -> EventHint | None:
        hints = self._context.office.mass_events.hints()
        return next((one for one in hints if any(label.id == made.ticket_id for label in one.tickets)), None)
