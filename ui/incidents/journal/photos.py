"""The photos of an incident, looked at large."""

from __future__ import annotations

from app.core.language import tr
from app.core.show import show_time
from ui.shell.context import Context
from ui.shell.photos_panel import PhotosPanel, ShownPhoto


def show_photos(context: Context, incident_id: int) -> None:
    """Each with its name and when it was kept; where there is none, that is said."""
    photos = context.office.incident_photos
    shown = [ShownPhoto(one.id, one.name, f"{one.name}  {show_time(one.at)}") for one in photos.of(incident_id)]
    if shown:
        context.questions.ask(PhotosPanel(shown, lambda photo_id: photos.open(context.actor, photo_id)))
    else:
        context.messages.hint(tr("This incident has no photo."))
