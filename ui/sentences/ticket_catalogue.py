"""Sentences of what an office edits for its tickets: categories, teams, workers and public places."""

from __future__ import annotations

from app.core.language import tr, tr_n
from app.core.show import show_date, show_whole
from app.estate.refusals import PlaceExists, PlaceNameNeeded
from app.tickets.catalogue.refusals import (
    CategoryExists,
    CategoryInUse,
    CategoryNeedsName,
    CategoryNotOffered,
    CategoryUnderItself,
    LettersUnreadable,
    TeamExists,
    TeamHasWorkers,
    TeamNeedsName,
    WorkerExists,
    WorkerHasTickets,
    WorkerLeft,
    WorkerNeedsName,
)
from app.tickets.lists.refusals import ListTooLong, ViewNeedsName
from ui.sentences import sentence


@sentence(PlaceNameNeeded)
def _place_name_needed(_: PlaceNameNeeded) -> str:
    return tr("A public place needs a name. Type it, such as the lobby or the pump room.")


@sentence(PlaceExists)
def _place_exists(refusal: PlaceExists) -> str:
    return tr("The public place “{name}” is in the list already. Use it, or choose another name.").format(
        name=refusal.name
    )


@sentence(CategoryNeedsName)
def _category_needs_name(_: CategoryNeedsName) -> str:
    return tr("A category needs a name. Type it.")


@sentence(CategoryExists)
def _category_exists(refusal: CategoryExists) -> str:
    return tr(
        "The category “{name}” stands at this place already, perhaps among those that are no longer offered. "
        "Use it, or choose another name."
    ).format(name=refusal.name)


@sentence(CategoryInUse)
def _category_in_use(refusal: CategoryInUse) -> str:
    if not refusal.tickets:
        return tr("Other categories stand under “{name}”. Move or remove them first.").format(name=refusal.name)
    said = tr_n(
        "{count} ticket is of the category “{name}”, so it stays. Offer it no longer instead.",
        "{count} tickets are of the category “{name}”, so it stays. Offer it no longer instead.",
        refusal.tickets,
    )
    return said.format(count=refusal.tickets, name=refusal.name)


@sentence(CategoryUnderItself)
def _category_under_itself(refusal: CategoryUnderItself) -> str:
    return tr("“{name}” cannot come under “{under}”, which is part of it. Choose another place.").format(
        name=refusal.name, under=refusal.under
    )


@sentence(CategoryNotOffered)
def _category_not_offered(refusal: CategoryNotOffered) -> str:
    return tr("The category “{name}” is no longer offered. Choose another one.").format(name=refusal.name)


@sentence(LettersUnreadable)
def _letters_unreadable(refusal: LettersUnreadable) -> str:
    return tr(
        "“{text}” cannot be searched by. Type plain letters and figures, several readings parted by blanks: gps jps."
    ).format(text=refusal.text)


@sentence(TeamNeedsName)
def _team_needs_name(_: TeamNeedsName) -> str:
    return tr("A team needs a name. Type it.")


@sentence(TeamExists)
def _team_exists(refusal: TeamExists) -> str:
    return tr(
        "There is a team “{name}” already, perhaps one that is no longer offered. Use it, or choose another name."
    ).format(name=refusal.name)


@sentence(TeamHasWorkers)
def _team_has_workers(refusal: TeamHasWorkers) -> str:
    said = tr_n(
        "{count} worker is in the team “{name}”. Put them into another team first.",
        "{count} workers are in the team “{name}”. Put them into other teams first.",
        refusal.workers,
    )
    return said.format(count=refusal.workers, name=refusal.name)


@sentence(WorkerNeedsName)
def _worker_needs_name(_: WorkerNeedsName) -> str:
    return tr("A worker needs a name. Type it.")


@sentence(WorkerExists)
def _worker_exists(refusal: WorkerExists) -> str:
    return tr("{name} is in the list with this telephone already. Use that line, or check the telephone.").format(
        name=refusal.name
    )


@sentence(WorkerLeft)
def _worker_left(refusal: WorkerLeft) -> str:
    return tr("{name} left on {day} and is given no more work. Choose somebody else.").format(
        name=refusal.name, day=show_date(refusal.left_on)
    )


@sentence(WorkerHasTickets)
def _worker_has_tickets(refusal: WorkerHasTickets) -> str:
    said = tr_n(
        "{name} still has {count} ticket in hand. Give it to somebody else first.",
        "{name} still has {count} tickets in hand. Give them to somebody else first.",
        refusal.tickets,
    )
    return said.format(name=refusal.name, count=refusal.tickets)


@sentence(ViewNeedsName)
def _view_needs_name(_: ViewNeedsName) -> str:
    return tr("A view is saved under a name. Type it.")


@sentence(ListTooLong)
def _list_too_long(refusal: ListTooLong) -> str:
    return tr(
        "The list has {rows} rows; a paper takes {most} at most. Narrow it, by days for example, or export it to Excel."
    ).format(rows=show_whole(refusal.rows), most=show_whole(refusal.most))
