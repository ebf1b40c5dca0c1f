"""The tab of notices: the list, and over it the notice that is written or the template that is worded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget

from app.core.errors import Refusal
from app.core.language import tr
from app.notices.asked import NoticeWanted
from app.notices.templates.template import NoticeKind
from ui.notices.board.board_page import BoardPage
from ui.sentences import say
from ui.shell.changes import Change
from ui.shell.context import Context
from ui.widgets.sub_page import SubPage

if TYPE_CHECKING:
    from ui.notices.templates.templates_page import TemplatesPage
    from ui.notices.writing.template_choice import TemplateChoice
    from ui.notices.writing.writing_page import WritingPage


class NoticesTab(QStackedWidget):
    """`open` takes a NoticeWanted with all that is known, or the id of the running incident that a notice is for."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.board = BoardPage(context)
        self.choice: TemplateChoice | None = None
        self.writing: WritingPage | None = None
        self.templates: TemplatesPage | None = None
        self.addWidget(self.board)
        self.board.new_wanted.connect(self.choose)
        self.board.desk.follow_wanted.connect(self._on_follow)
        self.board.templates_wanted.connect(self.word_templates)
        context.changes.changed.connect(self._on_changed)

    def focus_search(self) -> None:
        """Into the search box of the list; a notice that is being written keeps its caret."""
        if self.currentWidget() is self.board:
            self.board.take_focus()
        else:
            page = self.currentWidget()
            assert isinstance(page, SubPage)
            page.take_focus()

    def keep_draft(self) -> None:
        """Save the notice that is not issued yet, and the texts that are no version yet."""
        for page in (self.writing, self.templates):
            if page is not None:
                page.keep_draft()

    def open(self, what: object) -> None:
        """Go on with what another page led to."""
        if isinstance(what, NoticeWanted):
            self.write(what)
        elif isinstance(what, int):
            self._for_incident(what)

    def show_notice(self, notice_id: int) -> None:
        """Go on with a notice that was issued."""
        self._show(self.board)
        self.board.show_notice(notice_id)
        self.board.to_places()

    def _for_incident(self, incident_id: int) -> None:
        """The notice that an incident asks for; where it hangs already, that one, to be put off or ended from there."""
        from ui.notices.incident_notice import wanted_by  # noqa: PLC0415 - only where an incident asks

        wanted = wanted_by(self._context.office.incidents.view(incident_id))
        for one in self._context.office.notices.at_work():
            if (one.incident_id, one.code) == (incident_id, wanted.code) and not one.followed_by:
                self.show_notice(one.id)
                hint = tr("{number} is issued for this incident: V puts it off, R says that it is over.")
                self._context.messages.hint(hint.format(number=one.number))
                return
        self.write(wanted)

    def choose(self) -> None:
        """What a new notice is about; one that was left half written goes on first."""
        if self._writing().resume():
            self._show(self._writing())
            self._context.messages.hint(tr("This notice was left half written. Esc leaves it for good."))
            return
        if self.choice is None:
            from ui.notices.writing.template_choice import TemplateChoice  # noqa: PLC0415 - not before it is asked for

            self.choice = TemplateChoice(self._context)
            self.choice.chosen.connect(lambda code: self.write(NoticeWanted(code)))
            self.choice.left.connect(self._to_board)
            self.addWidget(self.choice)
        self.choice.begin()
        self._show(self.choice)

    def write(self, wanted: NoticeWanted) -> None:
        """A new notice with what is known of it."""
        page = self._writing()
        if not page.may_leave():
            self._show(page)
            return
        try:
            page.begin(wanted)
        except Refusal as refusal:
            self._context.messages.wrong(say(refusal))
            self.choose()
            return
        self._show(page)

    def word_templates(self) -> None:
        """The templates as the office words them."""
        if self.templates is None:
            from ui.notices.templates.templates_page import TemplatesPage  # noqa: PLC0415 - seldom asked for

            self.templates = TemplatesPage(self._context)
            self.templates.left.connect(self._to_board)
            self.addWidget(self.templates)
        self.templates.begin()
        self._show(self.templates)

    def minimumSizeHint(self) -> QSize:
        return self.currentWidget().minimumSizeHint() if self.count() else super().minimumSizeHint()

    def _writing(self) -> WritingPage:
        if self.writing is None:
            from ui.notices.writing.writing_page import WritingPage  # noqa: PLC0415 - not before it is asked for

            self.writing = WritingPage(self._context)
            self.writing.issued.connect(self._on_issued)
            self.writing.left.connect(self._on_left)
            self.addWidget(self.writing)
        return self.writing

    def _on_follow(self, notice_id: int, kind: NoticeKind) -> None:
        page = self._writing()
        try:
            page.follow(notice_id, kind)
        except Refusal as refusal:
            self._context.messages.wrong(say(refusal))
            return
        self._show(page)

    def _on_issued(self, notice_id: int) -> None:
        self.show_notice(notice_id)
        issued = self._context.office.notices.notice(notice_id)
        words = (
            tr("{number} is issued")
            if issued.incident_id is None
            else tr("{number} is issued; Ctrl+E goes back to the incident")
        )
        self._context.messages.done(words.format(number=issued.number))
        self._context.changes.announce("notices", by=self)
        self.board.desk.print_papers()

    def _on_left(self, incident_id: int | None) -> None:
        """Whoever came from a running incident goes back to it."""
        self._to_board()
        if incident_id is not None:
            self._context.ways.lead("incidents", incident_id)

    def _to_board(self) -> None:
        self._show(self.board)

    def _show(self, page: SubPage) -> None:
        self.setCurrentWidget(page)
        page.take_focus()

    def _on_changed(self, change: Change) -> None:
        if change.by in (self, self.board) or not change.concerns("notices", "estate"):
            return
        if self.board.isVisible():
            self.board.load()
