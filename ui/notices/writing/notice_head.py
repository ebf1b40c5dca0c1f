"""What is written, of which kind, and where it hangs."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.language import tr
from app.notices.templates.template import NoticeKind
from ui.notices.writing.hangs_at import HangsAt
from ui.notices.writing.notice_in_hand import NoticeInHand
from ui.sentences.notices import KINDS, in_language
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.form import Form
from ui.widgets.surface import column
from ui.widgets.text_label import body, page_title


class NoticeHead(QWidget):
    """Stands over the fields; the kind is asked for only where there are several."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._office = context.office
        self._title, self._about = page_title(), body("", Tone.INK2)
        self.kind: ChoiceField[NoticeKind] = ChoiceField(tr("Kind"))
        self.doors = HangsAt()
        self._choices = Form()
        self._choices.add(tr("Kind"), self.kind)
        self._choices.add(tr("Hangs at"), self.doors)
        self.setLayout(column(column(self._title, self._about, space=2), 8, self._choices, space=4))

    def show_notice(self, hand: NoticeInHand) -> None:
        """Show what is begun."""
        self._title.show_text(in_language(hand.template.name))
        self._about.show_text(self._about_words(hand))
        self.kind.blockSignals(True)
        self.kind.offer([(tr(KINDS[kind]), kind) for kind in hand.kinds])
        self.kind.set_value(hand.asked.kind)
        self.kind.blockSignals(False)
        self._choices.show_row(self.kind, shown=len(hand.kinds) > 1)
        self.doors.begin(self._office.postings.doors(), hand.asked.building_id)

    def _about_words(self, hand: NoticeInHand) -> str:
        asked = hand.asked
        if asked.follows is not None:
            earlier = self._office.notices.notice(asked.follows)
            return tr("{kind}, follows {number}").format(kind=tr(KINDS[asked.kind]), number=earlier.number)
        if asked.incident_id is not None:
            return tr("For the running incident; its log is told")
        return ""
