"""Photos of a round or of a hazard, looked at large."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from app.core.language import tr
from app.core.show import show_time
from app.duty.files.duty_photos import DutyPhoto
from ui.shell.context import Context
from ui.shell.photos_panel import PhotosPanel, ShownPhoto


def show_photos(context: Context, photos: Sequence[DutyPhoto], what_of: Callable[[DutyPhoto], str], none: str) -> None:
    """Each with what it shows, its time and who kept it; `none` is said where there is none."""
    shown = [ShownPhoto(one.id, one.name, f"{what_of(one)}  {_moment(one)}") for one in photos]
    if shown:
        look = context.office.duty_photos.open
        context.questions.ask(PhotosPanel(shown, lambda photo_id: look(context.actor, photo_id)))
    else:
        context.messages.hint(none)


def _moment(photo: DutyPhoto) -> str:
    return tr("{time}, {who}").format(time=show_time(photo.at), who=photo.by)
