"""Sentences for people, losses and photos of an incident."""

from __future__ import annotations

from app.core.language import tr
from app.core.show import show_whole
from app.incidents.attached import refusals
from ui.sentences import sentence


@sentence(refusals.NobodyTold)
def nobody_told(_refusal: refusals.NobodyTold) -> str:
    """At least one of the two."""
    return tr("Write the name, or how the person is; one of the two is enough.")


@sentence(refusals.NoLossTold)
def no_loss_told(_refusal: refusals.NoLossTold) -> str:
    """In words."""
    return tr("Write what was damaged or lost; the amount may stay empty.")


@sentence(refusals.LossNegative)
def loss_negative(_refusal: refusals.LossNegative) -> str:
    """No minus."""
    return tr("A loss is written without a minus.")


@sentence(refusals.TooManyIncidentPhotos)
def too_many_photos(refusal: refusals.TooManyIncidentPhotos) -> str:
    """How many there may be."""
    return tr("One incident keeps {count} photos at most.").format(count=show_whole(refusal.most))
