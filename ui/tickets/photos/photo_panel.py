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
from ui.shell.photos_panel import PhotosPanel, ShownPhoto


class PhotoPanel(PhotosPanel):
    """Answers True when one was taken off, so that the ticket is read anew."""

    def __init__(self, context: Context, photos: Sequence[Photo], at: int = 0) -> None:
        shown = [ShownPhoto(one.id, one.name, _words(one)) for one in photos]
        super().__init__(shown, lambda photo_id: context.office.photos.open(context.actor, photo_id), at)
        self._context, self._changed = context, False

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "off", tr("Take the photo off"), "Del", self._on_off)
        super().add_actions(actions)

    def end(self) -> None:
        self.answer(self._changed)

    def _on_off(self) -> None:
        photo = self.photo
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
        self.let_go()


def _words(photo: Photo) -> str:
    kept = tr("{time}, {who}").format(time=show_time(photo.at), who=photo.by)
    origin = tr("from {number}").format(number=photo.origin) if photo.origin else ""
    return "  ".join(part for part in (photo.name, kept, origin) if part)
