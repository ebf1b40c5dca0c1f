"""Sentences of the call list and of the organisation: what was not written, and what to do instead."""

from __future__ import annotations

from app.core.language import tr
from app.incidents.contacts import refusals
from app.incidents.organisation import refusals as of_posts
from app.incidents.plans.contacts import KNOWN_CONTACTS
from ui.sentences import sentence
from ui.sentences.incidents import said


def party(key: str) -> str:
    """What a party is called in the person's language; one of the office's own is not known here."""
    known = KNOWN_CONTACTS.get(key)
    return tr("this party") if known is None else said(known.name)


@sentence(refusals.ContactIsFixed)
def contact_is_fixed(refusal: refusals.ContactIsFixed) -> str:
    """The country's."""
    words = tr("{number} is the same in the whole country; it is neither changed, tried nor taken off.")
    return words.format(number=refusal.key)


@sentence(refusals.ContactNeedsName)
def contact_needs_name(_refusal: refusals.ContactNeedsName) -> str:
    """Nobody knows who it is."""
    return tr("Write whom this number reaches.")


@sentence(refusals.ContactNeedsNumber)
def contact_needs_number(_refusal: refusals.ContactNeedsNumber) -> str:
    """A party without one is missing."""
    return tr("Write the number. A party that is called no more is taken off the list instead (F7).")


@sentence(refusals.CallNumberUnreadable)
def call_number_unreadable(refusal: refusals.CallNumberUnreadable) -> str:
    """What would be one."""
    words = tr("“{text}” is no number to dial. Write one number: 0571-5550100, a mobile, or a short one like 96333.")
    return words.format(text=refusal.text)


@sentence(refusals.ContactChangedMeanwhile)
def contact_changed_meanwhile(_refusal: refusals.ContactChangedMeanwhile) -> str:
    """Read it first."""
    return tr("Somebody else has changed this number meanwhile. Close the form, look at it, and change it again.")


@sentence(refusals.ContactUnwritten)
def contact_unwritten(refusal: refusals.ContactUnwritten) -> str:
    """Nothing to confirm."""
    words = tr("The office has written no number for {party}. Write it first (Enter).")
    return words.format(party=party(refusal.key))


@sentence(of_posts.PostNeedsName)
def post_needs_name(_refusal: of_posts.PostNeedsName) -> str:
    """What the person is there for."""
    return tr("Write what the post is called.")


@sentence(of_posts.PostChangedMeanwhile)
def post_changed_meanwhile(_refusal: of_posts.PostChangedMeanwhile) -> str:
    """Read it first."""
    return tr("Somebody else has changed this post meanwhile. Close the form, look at it, and change it again.")


@sentence(of_posts.OrganisationWritten)
def organisation_written(refusal: of_posts.OrganisationWritten) -> str:
    """Not over what is there."""
    words = tr("The organisation has {n} posts already; the usual ones are laid only where there is none.")
    return words.format(n=refusal.posts)
