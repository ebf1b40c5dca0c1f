"""The chosen notice: what it says, what is to be done with it, and its places."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.language import tr
from app.core.show import show_time
from app.notices.issued.notice_rows import IssuedNotice
from app.notices.postings.posting_rows import Posting
from ui.notices.board.place_table import place_table
from ui.notices.board.standing_words import state_of, title_of, what_to_do
from ui.shell.context import Context
from ui.widgets.chip import Chip
from ui.widgets.colours import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.fact_line import FactLine
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.key_button import KeyButton
from ui.widgets.line_field import LineField
from ui.widgets.note_strip import NoteStrip
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.text_label import body, page_title


class NoticeDetail(QStackedWidget):
    """Shows one notice; `who` is the person who hangs it, empty for who is signed in."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.notice: IssuedNotice | None = None
        self._title, self._state = page_title(), Chip()
        self._facts, self.strip = FactLine(), NoteStrip()
        self.who = LineField(tr("Hung by"), columns=10)
        self.table = place_table()
        hint = tr("A adds the doors of a building, a lift hall or any other place.")
        self._pane = TablePane(self.table, EmptyState(tr("It hangs nowhere yet"), hint))
        self._nothing = EmptyState(tr("No notice is chosen"), tr("↑ ↓ choose one; Ctrl N writes a new one."))
        self._seen = QWidget()

    def show_notice(self, one: IssuedNotice | None) -> None:
        """Show this one with its places; the chosen place stays chosen."""
        self.notice = one
        if one is None:
            self.setCurrentIndex(0)
            return
        now = self._context.clock.now()
        state = state_of(one, now)
        self._title.show_text(title_of(one))
        self._state.show_state(state.word, state.mood, state.icon)
        self._facts.show_facts(_facts(one))
        words, mood = what_to_do(one, now)
        self.strip.say(words, mood)
        self.who.setPlaceholderText(self._context.actor.name)
        self.table.show_rows(self._context.office.postings.of(one.id))
        if self.table.current() is None:
            self.table.choose(0)
        self.setCurrentIndex(1)

    def place(self) -> Posting | None:
        """The chosen place."""
        return self.table.current() if self.notice is not None else None

    def places(self) -> list[Posting]:
        """Every place where it hangs or is to hang."""
        return [one for one in self.table.rows_model.rows if not one.message]

    def lay_out(self, above: Sequence[KeyButton], below: Sequence[KeyButton]) -> None:
        """Once, with the keys over the places and those under them."""
        head = row(self._title, 12, self._state, None)
        who = QWidget()
        who.setLayout(row(body(tr("Hung by"), Tone.INK2), self.who))
        foot = FlowLayout(*below)
        keys = FlowLayout(*above, who)
        whole = column(
            column(head, self._facts, self.strip, keys, space=8, margins=(24, 16, 24, 8)),
            self._pane,
            Rule(),
            space=0,
        )
        foot_box = column(space=0, margins=(24, 8, 24, 10))
        foot_box.addLayout(foot)
        whole.addLayout(foot_box)
        whole.setStretchFactor(self._pane, 1)
        self._seen.setLayout(whole)
        for part in (self._nothing, self._seen):
            self.addWidget(part)


def _facts(one: IssuedNotice) -> list[tuple[str, str]]:
    ends = one.times.ends_at
    return [
        (tr("Number"), one.number),
        (tr("Where"), tr(", ").join(one.place.split("\n"))),
        (tr("Issued at"), tr("{time}, {who}").format(time=show_time(one.at), who=one.by)),
        (tr("Follows"), one.paper.follows),
        (tr("Followed by"), one.followed_by),
        (tr("Comes down"), "" if ends is None else show_time(ends)),
        (tr("Messages sent"), str(one.sent) if one.sent else ""),
    ]
