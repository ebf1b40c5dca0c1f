"""The form that slides in beside the list: a call becomes a ticket in ten seconds, and nothing typed is lost."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QApplication

from app.core.language import tr
from app.tickets.entry.new_ticket import new_client_id
from app.tickets.kinds import Source
from ui.shell.context import Context
from ui.tickets.caller.caller_facts import CallerFacts
from ui.tickets.entry.asked import Chosen, EntryState
from ui.tickets.entry.category_rows import proposal_words
from ui.tickets.entry.entry_around import EntryAround
from ui.tickets.entry.entry_beside import EntryBeside
from ui.tickets.entry.entry_draft import EntryDraft
from ui.tickets.entry.entry_fields import EntryFields
from ui.tickets.entry.entry_keys import KEYS, EntryKeys
from ui.tickets.entry.entry_reporter import EntryReporter
from ui.tickets.entry.entry_saving import EntrySaving
from ui.tickets.entry.people_rows import first_of, person_words
from ui.tickets.entry.photo_adding import PhotoAdding
from ui.tickets.entry.similar_side import SimilarSide
from ui.tickets.entry.where import WherePicked
from ui.widgets.chip import Mood
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.photo_source import is_for_photos
from ui.widgets.scrolling import Scrolling
from ui.widgets.sizes import px
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.text_label import page_title

_FOLDS_BELOW = 760


class EntryForm(SubPage):
    """`reported` gives what was made, `joined` the id of the ticket that the report was added to; `left` after Esc."""

    reported = Signal(object)
    joined = Signal(object)
    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS, tr("New ticket"))
        self.fields = EntryFields(context.office, self)
        self.facts = CallerFacts(context, brief=True)
        self.strip = NoteStrip(folds=True)
        self.problem = ErrorLine()
        self.draft = EntryDraft(context, self, self)
        self.saving = EntrySaving(context, self)
        self.adding = PhotoAdding(context, self, self)
        self.registered = EntryKeys(context, self)
        self.side = SimilarSide(self.registered.join)
        self.around = EntryAround(context, self)
        self.reporter = EntryReporter(self.fields.people, self.fields.name, self.fields.phone, self)
        self._client_id = new_client_id()
        self._source = Source.PHONE
        self._begun = False
        self._lay_out()
        self._connect()
        self.registered.follow_photos(context)

    def begin(self, unit_id: int | None = None, text: str = "") -> None:
        """Take a report down: with what was left unfinished, else for this unit and with these words."""
        self.restore()
        state = self.state()
        if unit_id is not None and state.where is None:
            page = self.context.office.estate.unit_page(unit_id)  # type: ignore[arg-type]  # an id is an id
            self._on_where(WherePicked(page.code, unit_id=unit_id))
        if text and not state.text:
            self.fields.text.set_text(text)
        if state.is_empty and unit_id is None:
            self.clear()
        self.take_focus()

    def restore(self) -> None:
        """Show what an earlier run left, once."""
        if self._begun:
            return
        self._begun = True
        self.context.office.ticket_categories.tree()  # an office without categories gets the usual ones, with teams
        self.fields.choices.offer_teams(self.context.office.teams.teams())
        self._source = self.draft.usual_source()
        self.fields.choices.show_chosen(Chosen(), (), self._source, None)
        self.draft.restore()
        QTimer.singleShot(0, self, self._hang_what_was_left)  # once the form has its place

    def take_focus(self) -> None:
        """Put the caret where the next thing is asked."""
        fields = self.fields
        first = fields.where if fields.where.value() is None else fields.category
        (first if fields.category.value() is None else fields.text).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def back(self) -> bool:
        """Fold the list that hangs below a box; False when there is none."""
        return any([box.fold() for box in (self.fields.where, self.fields.category, self.fields.name)])  # noqa: C419 - all of them

    def leave(self) -> None:
        """Out of the form; what is typed waits in the draft."""
        if self.back():
            return
        self.keep_draft()
        if not self.state().is_empty:
            self.context.messages.hint(tr("Kept as a draft. Ctrl+N goes on with it."))
        self.left.emit()

    def keep_draft(self) -> None:
        """Save what is typed now."""
        self.draft.flush()

    def state(self) -> EntryState:
        """All that is typed and chosen."""
        fields = self.fields
        category = fields.category.value()
        return EntryState(
            client_id=self._client_id,
            where=fields.where.value(),
            where_text=fields.where.text(),
            category_id=None if category is None else category.id,
            category_text=fields.category.text(),
            text=fields.text.text(),
            person_id=self.reporter.person_id,
            name=fields.name.text(),
            phone=self.reporter.typed_phone(),
            source=fields.choices.source.value() or Source.PHONE,
            chosen=fields.choices.chosen(),
            own=fields.choices.own,
        )

    def show_state(self, state: EntryState) -> None:
        """Show what a draft held; the unit is read anew."""
        fields = self.fields
        self._client_id = state.client_id
        if state.where is not None:
            self._on_where(state.where)
        else:
            fields.where.set_value(None, state.where_text)
        category = fields.categories.of(state.category_id)
        fields.category.set_value(category, state.category_text)
        fields.category_line.show_hint(proposal_words(category) if category else "")
        fields.text.set_text(state.text)
        self.reporter.show_kept(state.person_id, state.name, state.phone)
        facts = None if category is None else category.facts
        fields.choices.show_chosen(state.chosen, state.own, state.source, facts)
        self.around.look()

    def clear(self) -> None:
        """An empty form for the next report."""
        self._client_id = new_client_id()
        fields = self.fields
        for box in (fields.where, fields.category):
            box.set_value(None, "")
        for line in (fields.where_line, fields.category_line):
            line.show_hint("")
        self.reporter.clear()
        fields.text.set_text("")
        fields.photos.show_pictures(())
        fields.choices.show_chosen(Chosen(), (), self._source, None)
        self.show_no_problem()
        self.strip.clear()
        self.facts.show_nobody()
        self.around.look()

    def finish(self) -> None:
        """The report is taken down: nothing is left to keep."""
        self._source = self.fields.choices.source.value() or self._source
        self.clear()
        self.draft.drop()

    def say(self, text: str) -> None:
        """Say something above the fields."""
        self.strip.say(text, Mood.ACCENT)

    def show_no_problem(self) -> None:
        """Nothing is wrong any more."""
        fields = self.fields
        for line in (fields.where_line, fields.category_line, fields.text_line, fields.photo_line, self.problem):
            line.show_problem("")
        for field in (fields.where, fields.category, fields.text):
            field.show_problem("")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if is_for_photos(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.adding.take(event.mimeData())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def _hang_what_was_left(self) -> None:
        """Letters that were not taken yet mean what they meant: the first row that fits is marked."""
        if not self.fields.where.hang_again():
            self.fields.category.hang_again()

    def _connect(self) -> None:
        fields = self.fields
        fields.where.picked.connect(self._on_where)
        fields.where.taken.connect(fields.category.take_caret)
        fields.category.picked.connect(self._on_category)
        fields.category.taken.connect(lambda: fields.text.setFocus(Qt.FocusReason.ShortcutFocusReason))
        self._scroll.verticalScrollBar().rangeChanged.connect(self._follow_focus)
        self.reporter.changed.connect(self.draft.touch)
        fields.edited.connect(self._on_edited)
        fields.photos.changed.connect(self.draft.touch_photos)
        self.setAcceptDrops(True)

    def _follow_focus(self) -> None:
        """The words below a field may have pushed the next one out of view."""
        now = QApplication.focusWidget()
        if now is not None and self._scroll.isAncestorOf(now):
            self._scroll.show_whole(now)

    def _on_edited(self) -> None:
        self.show_no_problem()
        self.draft.touch()

    def _on_where(self, what: WherePicked | None) -> None:
        fields = self.fields
        self.reporter.offer(())
        fields.where_line.show_hint("")
        self.facts.show_nobody()
        if what is not None:
            fields.where.set_value(what, what.label)
            if what.unit_id is not None:
                self._read_unit(what)
        self.around.look()
        self._on_edited()

    def _read_unit(self, what: WherePicked) -> None:
        panel = self.context.office.caller.panel(self.context.actor, what.unit_id)
        self.reporter.offer(panel.unit.people)
        who = first_of(panel.unit, what.person_id)
        if who is not None:
            self.reporter.take(who.person_id)
            self.fields.where_line.show_hint(person_words(who, panel.unit))
        self.facts.show_panel(panel)

    def _on_category(self, category: object) -> None:
        fields = self.fields
        found = fields.categories.of(getattr(category, "id", None))
        if found is not None:
            fields.category.set_value(found, found.name)
        fields.category_line.show_hint(proposal_words(found) if found else "")
        fields.choices.propose(None if found is None else found.facts)
        self.around.look()
        self._on_edited()

    def _lay_out(self) -> None:
        keys = self.registered
        photos = KeyButton(keys.choose_photo, Kind.QUIET, icon="image")
        self._left = column(self.fields.lay_out(photos), None, margins=(20, 4, 16, 4))
        self.beside = EntryBeside(self.side, self.facts)
        self._scroll = Scrolling(self._left)
        body = row(self._scroll, self.beside, space=0)
        body.setStretch(0, 1)
        head = row(page_title(tr("New ticket")), None, KeyButton(keys.empty, Kind.QUIET), margins=(20, 10, 16, 0))
        save = KeyButton(keys.save, Kind.PRIMARY, icon="check")
        foot = row(save, KeyButton(keys.leave, Kind.PLAIN), self.problem, margins=(20, 8, 16, 10))
        foot.setStretchFactor(self.problem, 1)
        strip = row(self.strip, margins=(20, 0, 16, 0))
        whole = column(head, strip, body, Rule(), foot, space=4)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    def _fold(self) -> None:
        folds = self.width() < px(_FOLDS_BELOW)
        self.fields.arrange(narrow=folds)
        self.beside.fold(into=self._left if folds else None)
