"""Sentences of photos: what is no picture, too large, gone or taken off."""

from __future__ import annotations

from app.core.language import tr
from app.core.show import show_whole
from app.tickets.files.picture_limits import ACCEPTED
from app.tickets.files.refusals import (
    NotAPicture,
    PhotoNeedsReason,
    PhotoTakenOffBefore,
    PhotoTooLarge,
    PhotoTooWide,
    PhotoUnreadable,
    PictureDamaged,
    TooManyPhotos,
)
from ui.sentences import sentence

_MB = 1024 * 1024


@sentence(PhotoTooLarge)
def _too_large(refusal: PhotoTooLarge) -> str:
    return tr("“{name}” is {size} MB large. A photo may have {most} MB; choose a smaller one.").format(
        name=refusal.name, size=show_whole(-(-refusal.size // _MB)), most=show_whole(refusal.most // _MB)
    )


@sentence(PhotoTooWide)
def _too_wide(refusal: PhotoTooWide) -> str:
    return tr("“{name}” has {width} × {height} dots, more than can be read. Save it smaller and add it again.").format(
        name=refusal.name, width=show_whole(refusal.width), height=show_whole(refusal.height)
    )


@sentence(NotAPicture)
def _not_a_picture(refusal: NotAPicture) -> str:
    kinds = ", ".join(ACCEPTED)
    if refusal.is_pdf:
        return tr("“{name}” is a PDF. Only pictures are kept here ({kinds}); take a photo of the page.").format(
            name=refusal.name, kinds=kinds
        )
    return tr("“{name}” is no picture that can be read. Choose one of these kinds: {kinds}.").format(
        name=refusal.name, kinds=kinds
    )


@sentence(PictureDamaged)
def _damaged(refusal: PictureDamaged) -> str:
    return tr("The picture “{name}” breaks off. Copy it anew from the telephone.").format(name=refusal.name)


@sentence(PhotoUnreadable)
def _unreadable(refusal: PhotoUnreadable) -> str:
    return tr("The file “{name}” cannot be read. Put the stick in again, or choose another file.").format(
        name=refusal.name
    )


@sentence(TooManyPhotos)
def _too_many(refusal: TooManyPhotos) -> str:
    return tr("A ticket keeps {most} photos at most. Take one off that is not needed.").format(
        most=show_whole(refusal.most)
    )


@sentence(PhotoTakenOffBefore)
def _taken_off(refusal: PhotoTakenOffBefore) -> str:
    return tr("The photo “{name}” was taken off already.").format(name=refusal.name)


@sentence(PhotoNeedsReason)
def _needs_reason(_: PhotoNeedsReason) -> str:
    return tr("Say why the photo is taken off; the reason stays in the timeline.")
