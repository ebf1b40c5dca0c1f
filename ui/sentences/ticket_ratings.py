"""Sentences of call-backs and checks."""

from __future__ import annotations

from app.core.language import tr
from app.tickets.ratings.refusals import (
    BadNeedsReason,
    CheckedByOneself,
    NotDoneYet,
    OtherNeedsWords,
    RatedBefore,
    ScoreOutOfBounds,
    SentBackNeedsWords,
)
from ui.sentences import sentence


@sentence(BadNeedsReason)
def _needs_reason(_: BadNeedsReason) -> str:
    return tr("Choose why the resident is not content.")


@sentence(OtherNeedsWords)
def _needs_words(_: OtherNeedsWords) -> str:
    return tr("Write the other reason in a few words.")


@sentence(SentBackNeedsWords)
def _sent_back(_: SentBackNeedsWords) -> str:
    return tr("Write what is still wrong; with it the ticket goes on.")


@sentence(ScoreOutOfBounds)
def _score(refusal: ScoreOutOfBounds) -> str:
    return tr("{score} is no score. Give {least} to {most}, or leave it empty.").format(
        score=refusal.score, least=refusal.least, most=refusal.most
    )


@sentence(NotDoneYet)
def _not_done(refusal: NotDoneYet) -> str:
    return tr("Ticket {number} is not done yet. Set it to done first, then ask.").format(number=refusal.number)


@sentence(RatedBefore)
def _rated_before(refusal: RatedBefore) -> str:
    return tr("The resident was asked about ticket {number} already since it was done.").format(number=refusal.number)


@sentence(CheckedByOneself)
def _by_oneself(refusal: CheckedByOneself) -> str:
    return tr("You answer for ticket {number} yourself. Let somebody else check it.").format(number=refusal.number)
