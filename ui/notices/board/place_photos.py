"""A photo of the notice at the chosen place: from a file or from the clipboard, at most one for each place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.errors import Refusal
from app.core.language import tr
from app.notices.postings.posting_rows import Posting
from ui.notices.board.chosen_notice import ChosenNotice
from ui.widgets.photo_source import pasted_photos, read_file, read_photos

if TYPE_CHECKING:
    from app.tickets.files.picture import Picture


class PlacePhotos:
    """What is none is said."""

    def __init__(self, chosen: ChosenNotice) -> None:
        self._chosen, self._context, self._office = chosen, chosen.context, chosen.context.office

    def choose(self) -> None:
        """F: a file; the photo that is there already is shown first."""
        place = self._place()
        if place is None or (place.has_photo and not self._wants_another(place)):
            return
        kinds = tr("Photos (*.jpg *.jpeg *.png *.webp *.bmp)")
        path = self._context.questions.file_to_open(tr("Photo of the notice"), kinds)
        if path is not None:
            self._keep(place, read_file(self._office.photos, path))

    def paste(self) -> None:
        """Ctrl+V."""
        mime = pasted_photos()
        if mime is None:
            self._chosen.hint(tr("There is no picture on the clipboard."))
            return
        place = self._place()
        first = None if place is None else next(iter(read_photos(self._office.photos, mime)), None)
        if place is not None and first is not None:
            self._keep(place, first)

    def _place(self) -> Posting | None:
        """The chosen place; where there is none, it is said."""
        place = self._chosen.detail.place()
        if place is None or place.message:
            self._chosen.hint(tr("Choose the place that the photo shows."))
            return None
        return place

    def _wants_another(self, place: Posting) -> bool:
        from ui.notices.board.photo_panel import PlacePhotoPanel  # noqa: PLC0415 - seldom asked for

        return self._context.questions.ask(PlacePhotoPanel(place, self._office.postings.photo(place.id))) is True

    def _keep(self, place: Posting, picture: Picture | Refusal) -> None:
        if isinstance(picture, Refusal):
            self._chosen.wrong(picture)
        elif self._chosen.do(lambda: self._office.postings.photograph(self._context.actor, place.id, picture.content)):
            self._context.messages.done(tr("Photo kept for {place}").format(place=place.place))
