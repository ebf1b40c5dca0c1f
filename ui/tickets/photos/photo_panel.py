"""A photo as large as the window lets it be; ← → go through all of the ticket, Del takes one off with its reason."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.errors import Refusal
from app.core.language import tr
from app.core.show import show_time
from app.tickets.files.photo_rows import Photo
from ui.sentences import say
from ui.shell.actions import ActionRegistry
from ui.shell.context import Context
from ui.shell.photos_panel import OpenedPhotos
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.error_line import ErrorLine
from ui.widgets.large_picture import LargePicture
from ui.widgets.text_label import body


class PhotoPanel(QuestionPanel[bool]):
    """Answers True when one was taken off, so that the ticket is read anew."""

    most = (1200, 1000)

    def __init__(self, context: Context, photos: Sequence[Photo], at: int = 0) -> None:
        super().__init__(tr("Photos"), width=900)
        self._context, self._photos = context, list(photos)
        self._opened = OpenedPhotos(lambda photo_id: context.office.photos.open(context.actor, photo_id))
        self._at, self._changed = min(at, len(self._photos) - 1), False
        self.picture, self._said, self.problem = LargePicture(), body("", Tone.INK2).wrap(), ErrorLine()
        self.body.addWidget(self.picture, 1)
        self.body.addWidget(self._said)
        self.body.addWidget(self.problem)
        self.setFocusProxy(self.picture)
        self._show()

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "off", tr("Take the photo off"), "Del", self._on_off)
        self.add_button(actions, "before", tr("The one before"), ("Left", "PgUp"), lambda: self._step(-1))
        self.add_button(actions, "next", tr("The next one"), ("Right", "PgDown", "Space"), lambda: self._step(1))
        self.add_button(actions, "back", tr("Back"), ("Esc", "Return"), lambda: self.answer(self._changed))

    def text(self) -> str:
        """What stands below the picture."""
        return self._said.text()

    def _step(self, by: int) -> None:
        self._at = (self._at + by) % len(self._photos)
        self._show()

    def _show(self) -> None:
        photo = self._photos[self._at]
        self._opened.show(photo.id, photo.name, self.picture, self.problem)
        parts = [
            tr("{number} of {count}").format(number=self._at + 1, count=len(self._photos)),
            photo.name,
            tr("{time}, {who}").format(time=show_time(photo.at), who=photo.by),
            tr("from {number}").format(number=photo.origin) if photo.origin else "",
        ]
        self._said.show_text("  ".join(part for part in parts if part))

    def _on_off(self) -> None:
        photo = self._photos[self._at]
        title = tr("Take “{name}” off?").format(name=photo.name)
        reason = self._context.questions.ask_text(title, tr("Why; the reason stays in the timeline"), about=photo.id)
        if reason is None:
            return
        try:
            self._context.office.photos.take_off(self._context.actor, photo.id, reason)
        except Refusal as refusal:
            self.problem.show_problem(say(refusal))
            return
        self._changed = True
        del self._photos[self._at]
        if not self._photos:
            self.answer(answer=True)
            return
        self._at = min(self._at, len(self._photos) - 1)
        self._show()
