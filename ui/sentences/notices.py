"""Sentences of notices: what must not hang anywhere, what is missing, and what to write instead."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import mark, tr
from app.core.show import show_time
from app.notices import refusals
from app.notices.refusals import PrivateFact, TemplateFault
from app.notices.templates.template import Both, NoticeKind
from ui.sentences import sentence
from ui.sentences.both import spoken

_FAULTS = {
    TemplateFault.NOT_TOML: mark("the file cannot be read ({what})"),
    TemplateFault.MISSING: mark("“{what}” is missing"),
    TemplateFault.UNKNOWN_KEY: mark("nobody knows the entry “{what}”"),
    TemplateFault.WRONG_FORM: mark("“{what}” has the wrong form"),
    TemplateFault.EMPTY_TEXT: mark("“{what}” says nothing; write something"),
    TemplateFault.UNKNOWN_WORD: mark("nobody knows the word “{what}”"),
    TemplateFault.UNKNOWN_FIELD: mark("there is no field “{what}”; take one of those beside"),
    TemplateFault.CODE: mark("“{what}” is no field; braces hold the name of a field and nothing else"),
    TemplateFault.SAME_FIELD: mark("the field “{what}” stands twice"),
    TemplateFault.NO_KIND: mark("it has no kind that begins a notice"),
    TemplateFault.NO_TITLE: mark("there is no title for the kind “{what}”"),
    TemplateFault.FIELD_NOWHERE: mark("“{what}” has to be filled in, but the poster does not show it"),
}
_FACTS = {
    PrivateFact.NAME: mark("Nothing that hangs in public names a person: take out {words}."),
    PrivateFact.ROOM: mark("Nothing that hangs in public names a room: take out {words}, and name the building only."),
    PrivateFact.PHONE: mark(
        "Nothing that hangs in public shows a private telephone: take out {words}, and give the office's number."
    ),
}
KINDS = {
    NoticeKind.PLANNED: mark("Planned"),
    NoticeKind.SUDDEN: mark("Sudden"),
    NoticeKind.POSTPONED: mark("Postponed"),
    NoticeKind.RESTORED: mark("Over again"),
    NoticeKind.PLAIN: mark("Notice"),
}


def in_language(both: Both) -> str:
    """A text of a template in the person's language."""
    return spoken(both.zh, both.en)


@sentence(refusals.TemplateBroken)
def template_broken(refusal: refusals.TemplateBroken) -> str:
    """Where and what."""
    words = tr(_FAULTS[refusal.fault]).format(what=refusal.what)
    if not refusal.place:
        return tr("The template “{code}” cannot be used: {fault}.").format(code=refusal.code, fault=words)
    said = tr("The template “{code}” cannot be used, {place}: {fault}.")
    return said.format(code=refusal.code, place=refusal.place, fault=words)


@sentence(refusals.TemplateUnknown)
def template_unknown(refusal: refusals.TemplateUnknown) -> str:
    """Retired, or of another office."""
    words = tr("The office has no template “{code}”. Choose another one; the general notice takes any text.")
    return words.format(code=refusal.code)


@sentence(refusals.TemplateUnchanged)
def template_unchanged(refusal: refusals.TemplateUnchanged) -> str:
    """Nothing to keep."""
    words = tr("“{name}” says what it said before, so no new version is kept. Change a text first.")
    return words.format(name=refusal.name)


@sentence(refusals.KindUnknown)
def kind_unknown(refusal: refusals.KindUnknown) -> str:
    """A template has its own kinds."""
    words = tr("“{name}” has no notice of the kind “{kind}”. Choose one of the kinds that are offered.")
    return words.format(name=refusal.name, kind=refusal.kind)


@sentence(refusals.FieldsMissing)
def fields_missing(refusal: refusals.FieldsMissing) -> str:
    """All of them at once."""
    return tr("Still to be filled in: {fields}.").format(fields=_listed(refusal.labels))


@sentence(refusals.FieldUnknown)
def field_unknown(refusal: refusals.FieldUnknown) -> str:
    """The template was changed meanwhile."""
    words = tr("The template no longer asks for “{field}”: it was changed meanwhile. Begin the notice anew.")
    return words.format(field=refusal.field)


@sentence(refusals.FieldUnreadable)
def field_unreadable(refusal: refusals.FieldUnreadable) -> str:
    """A time or a number."""
    words = tr("“{text}” cannot stand in “{label}”. Write a time as 11-26 08:30, a telephone in digits.")
    return words.format(text=refusal.text, label=refusal.label)


@sentence(refusals.EndsBeforeItBegins)
def ends_before_it_begins(refusal: refusals.EndsBeforeItBegins) -> str:
    """Both moments."""
    words = tr("It would end at {ends}, before it begins at {begins}. Correct one of the two times.")
    return words.format(ends=show_time(refusal.ends), begins=show_time(refusal.begins))


@sentence(refusals.PressesForFees)
def presses_for_fees(refusal: refusals.PressesForFees) -> str:
    """Both sides are named."""
    words = tr(
        "No notice may join unpaid fees ({arrears}) with supplies, doors, lifts or vehicles ({supplies}): "
        "nothing is cut off to press for fees. Take one side out."
    )
    return words.format(arrears=_listed(refusal.arrears), supplies=_listed(refusal.supplies))


@sentence(refusals.NamesAPerson)
def names_a_person(refusal: refusals.NamesAPerson) -> str:
    """The words that have to go."""
    return tr(_FACTS[refusal.fact]).format(words=_listed(refusal.words))


@sentence(refusals.NoticeUnknown)
def notice_unknown(refusal: refusals.NoticeUnknown) -> str:
    """A list that was read before."""
    return tr("There is no notice {id} in this office. Read the list anew (F5).").format(id=refusal.notice_id)


@sentence(refusals.NoticeCalledOff)
def notice_called_off(refusal: refusals.NoticeCalledOff) -> str:
    """Issue another one."""
    words = tr("{number} was called off at {time}. Take down what still hangs, and issue a new notice.")
    return words.format(number=refusal.number, time=show_time(refusal.at))


@sentence(refusals.CallingOffNeedsReason)
def calling_off_needs_reason(refusal: refusals.CallingOffNeedsReason) -> str:
    """It stands with the notice."""
    return tr("Write why {number} is called off; the reason stays with it.").format(number=refusal.number)


@sentence(refusals.FollowsAnother)
def follows_another(_refusal: refusals.FollowsAnother) -> str:
    """Begun from the earlier one."""
    return tr("This kind follows an earlier notice. Choose that notice in the list, and begin from there.")


@sentence(refusals.NoPlaceNamed)
def no_place_named(_refusal: refusals.NoPlaceNamed) -> str:
    """At least one."""
    return tr("Name at least one place where the notice is to hang.")


@sentence(refusals.NotPosted)
def not_posted(refusal: refusals.NotPosted) -> str:
    """First it hangs."""
    words = tr("Nothing hangs at {place} yet. Tick it with Space when it does.")
    return words.format(place=refusal.place)


@sentence(refusals.DownAlready)
def down_already(refusal: refusals.DownAlready) -> str:
    """A new line."""
    words = tr("At {place} it was taken down at {time}. If it hangs there again, add the place anew.")
    return words.format(place=refusal.place, time=show_time(refusal.at))


@sentence(refusals.PostedInFuture)
def posted_in_future(refusal: refusals.PostedInFuture) -> str:
    """Not later than now."""
    return tr("Nothing was posted at {time}: that is later than now.").format(time=show_time(refusal.at))


def _listed(words: Sequence[str]) -> str:
    return tr(", ").join(f"“{word}”" for word in words)
