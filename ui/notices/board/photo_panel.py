"""The photo of a notice where it hangs, as large as the window lets it be."""

from __future__ import annotations

from app.core.language import tr
from app.core.show import show_time
from app.notices.postings.posting_rows import Posting
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.key_button import Kind
from ui.widgets.large_picture import LargePicture
from ui.widgets.text_label import body


class PlacePhotoPanel(QuestionPanel[bool]):
    """Answers True for another photo in its place."""

    most = (1200, 1000)

    def __init__(self, place: Posting, content: bytes) -> None:
        super().__init__(place.place, width=900)
        picture = LargePicture()
        picture.show_picture(content, tr("Photo of the notice"))
        self.body.addWidget(picture, 1)
        posted = "" if place.posted_at is None else show_time(place.posted_at)
        self.body.addWidget(body(tr("Hung at {time}, {who}").format(time=posted, who=place.posted_by), Tone.INK2))
        self.setFocusProxy(picture)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "another", tr("Another photo"), "F", lambda: self.answer(answer=True))
        self.add_button(actions, "back", tr("Back"), ("Esc", "Return"), self.give_up, Kind.PRIMARY)
