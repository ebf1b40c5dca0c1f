"""Photos of points, from a file or the clipboard; what is none is said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from app.core.errors import Refusal
from app.core.language import tr, tr_n
from app.duty.inspections.points import Point
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.photo_source import pasted_photos, read_file, read_photos
from ui.widgets.photo_words import PICTURE_FILES

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.tickets.files.picture import Picture


class RoundPhotos:
    """Each answers whether something was kept."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def choose(self, round_id: int, point: Point) -> bool:
        """A photo of a point, from a file."""
        photos, by = self._context.office.duty_photos, self._context.actor
        return choose(self._context, lambda one: photos.add_to_round(by, round_id, point.key, one))

    def paste(self, round_id: int, point: Point) -> bool:
        """A photo of a point, from the clipboard."""
        photos, by = self._context.office.duty_photos, self._context.actor
        return paste(self._context, lambda one: photos.add_to_round(by, round_id, point.key, one))


def choose(context: Context, keep: Callable[[Picture], int]) -> bool:
    """Ask for a file and keep it."""
    path = context.questions.file_to_open(tr("Add a photo"), f"{tr('Pictures')} ({PICTURE_FILES})")
    return path is not None and _kept(context, [read_file(context.office.photos, path)], keep)


def paste(context: Context, keep: Callable[[Picture], int]) -> bool:
    """Keep what is on the clipboard."""
    mime = pasted_photos()
    if mime is None:
        context.messages.hint(tr("There is no picture on the clipboard."))
        return False
    return _kept(context, read_photos(context.office.photos, mime), keep)


def _kept(context: Context, found: Iterable[Picture | Refusal], keep: Callable[[Picture], int]) -> bool:
    count, problems = 0, []
    for one in found:
        try:
            if isinstance(one, Refusal):
                raise one
            keep(one)
        except Refusal as refusal:
            problems.append(say(refusal))
        else:
            count += 1
    if problems:
        context.messages.wrong(" ".join(dict.fromkeys(problems)))
    elif count:
        context.messages.done(tr_n("{count} photo is kept", "{count} photos are kept", count).format(count=count))
    return count > 0
