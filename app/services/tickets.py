"""Tickets: what was reported, by when it is due, and who is told of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.shifts import ShiftServices

if TYPE_CHECKING:
    from app.estate.building_hints import BuildingHints
    from app.estate.places import Places
    from app.tickets.catalogue.categories import Categories
    from app.tickets.catalogue.teams import Teams
    from app.tickets.changes.macros import Macros
    from app.tickets.changes.ticket_changes import TicketChanges
    from app.tickets.changes.undo import TicketUndo
    from app.tickets.complaints.complaints import Complaints
    from app.tickets.deadlines.call_list import CallLists
    from app.tickets.deadlines.deadline_warnings import DeadlineWarnings
    from app.tickets.deadlines.deadlines import Deadlines
    from app.tickets.deadlines.escalations import Escalations
    from app.tickets.detail.ticket_page import TicketPages
    from app.tickets.entry.tickets import Tickets
    from app.tickets.events.mass_events import MassEvents
    from app.tickets.files.photos import Photos
    from app.tickets.lists.ticket_list import TicketLists
    from app.tickets.lists.views import TicketViews
    from app.tickets.materials.lines import Lines
    from app.tickets.materials.parts_used import PartsList
    from app.tickets.merges.ticket_merges import TicketMerges
    from app.tickets.moves.ticket_moves import TicketMoves
    from app.tickets.moves.ticket_notes import TicketNotes
    from app.tickets.papers.ticket_papers import TicketPapers
    from app.tickets.ratings.ratings import Ratings
    from app.tickets.statistics.handed_out import TicketsHandedOut
    from app.tickets.statistics.ticket_statistics import TicketStatistics


class TicketServices(ShiftServices):
    """What residents ask for."""

    @cached_property
    def deadlines(self) -> Deadlines:
        """Rules, hours and holiday years, and where the clocks of tickets stand."""
        from app.tickets.deadlines.deadlines import Deadlines

        return Deadlines(self.store, self.clock)

    @cached_property
    def escalations(self) -> Escalations:
        """Who has to be told of late tickets, and who was."""
        from app.tickets.deadlines.escalations import Escalations

        return Escalations(self.store, self.clock)

    @cached_property
    def call_lists(self) -> CallLists:
        """The same list on paper."""
        from app.tickets.deadlines.call_list import CallLists

        return CallLists(self.store, self.clock)

    @cached_property
    def deadline_warnings(self) -> DeadlineWarnings:
        """What the window says of deadlines by itself."""
        from app.tickets.deadlines.deadline_warnings import DeadlineWarnings

        return DeadlineWarnings(self.store, self.clock)

    @cached_property
    def ticket_categories(self) -> Categories:
        """What tickets are about; an office that has none begins with the usual tree."""
        from app.tickets.catalogue.categories import Categories

        categories = Categories(self.store, self.clock)
        categories.plant()
        return categories

    @cached_property
    def teams(self) -> Teams:
        """Who does the work."""
        from app.tickets.catalogue.teams import Teams

        return Teams(self.store, self.clock)

    @cached_property
    def places(self) -> Places:
        """Public places; every building of homes begins with the usual ones."""
        from app.estate.places import Places

        places = Places(self.store, self.clock)
        places.plant()
        return places

    @cached_property
    def building_hints(self) -> BuildingHints:
        """What staff must know of buildings."""
        from app.estate.building_hints import BuildingHints

        return BuildingHints(self.store, self.clock)

    @cached_property
    def photos(self) -> Photos:
        """Photos of tickets."""
        from app.tickets.files.photos import Photos

        return Photos(self.store, self.clock)

    @cached_property
    def tickets(self) -> Tickets:
        """What reaches the office becomes a ticket."""
        from app.tickets.entry.tickets import Tickets

        return Tickets(self.store, self.clock)

    @cached_property
    def ticket_moves(self) -> TicketMoves:
        """What is done with a ticket until it is closed, and when it comes back."""
        from app.tickets.moves.ticket_moves import TicketMoves

        return TicketMoves(self.store, self.clock)

    @cached_property
    def ticket_notes(self) -> TicketNotes:
        """Notes, and every contact with a resident."""
        from app.tickets.moves.ticket_notes import TicketNotes

        return TicketNotes(self.store, self.clock)

    @cached_property
    def ticket_lists(self) -> TicketLists:
        """Lists of tickets under a filter, and the search over everything that was said."""
        from app.tickets.lists.ticket_list import TicketLists

        return TicketLists(self.store, self.clock)

    @cached_property
    def ticket_views(self) -> TicketViews:
        """Saved views, and the filter that each person left."""
        from app.tickets.lists.views import TicketViews

        return TicketViews(self.store, self.clock)

    @cached_property
    def ticket_pages(self) -> TicketPages:
        """One ticket whole."""
        from app.tickets.detail.ticket_page import TicketPages

        return TicketPages(self.store, self.clock)

    @cached_property
    def ticket_lines(self) -> Lines:
        """Material and labour of tickets, and what the counter asks residents for."""
        from app.tickets.materials.lines import Lines

        return Lines(self.store, self.clock)

    @cached_property
    def parts_used(self) -> PartsList:
        """Which parts were built in."""
        from app.tickets.materials.parts_used import PartsList

        return PartsList(self.store)

    @cached_property
    def ticket_changes(self) -> TicketChanges:
        """Fields of a ticket, and changes of many at once."""
        from app.tickets.changes.ticket_changes import TicketChanges

        return TicketChanges(self.store, self.clock)

    @cached_property
    def ticket_undo(self) -> TicketUndo:
        """Steps taken back."""
        from app.tickets.changes.undo import TicketUndo

        return TicketUndo(self.store, self.clock)

    @cached_property
    def macros(self) -> Macros:
        """Named sets of changes."""
        from app.tickets.changes.macros import Macros

        return Macros(self.store, self.clock)

    @cached_property
    def ticket_merges(self) -> TicketMerges:
        """Doubles made one, and parted again."""
        from app.tickets.merges.ticket_merges import TicketMerges

        return TicketMerges(self.store, self.clock)

    @cached_property
    def mass_events(self) -> MassEvents:
        """One thing that many report."""
        from app.tickets.events.mass_events import MassEvents

        return MassEvents(self.store, self.clock)

    @cached_property
    def complaints(self) -> Complaints:
        """The track of complaints and fee disputes."""
        from app.tickets.complaints.complaints import Complaints

        return Complaints(self.store, self.clock)

    @cached_property
    def ticket_statistics(self) -> TicketStatistics:
        """Promises kept, cases resolved, reopened and liked."""
        from app.tickets.statistics.ticket_statistics import TicketStatistics

        return TicketStatistics(self.store, self.clock)

    @cached_property
    def ticket_papers(self) -> TicketPapers:
        """Work orders, repair reports and slips of tickets."""
        from app.tickets.papers.ticket_papers import TicketPapers

        return TicketPapers(self.store, self.clock)

    @cached_property
    def tickets_handed_out(self) -> TicketsHandedOut:
        """Lists and figures as workbooks and papers."""
        from app.tickets.statistics.handed_out import TicketsHandedOut

        return TicketsHandedOut(self.store, self.clock, self.ticket_lists, self.ticket_statistics)

    @cached_property
    def ticket_ratings(self) -> Ratings:
        """Whom to call after the work, what was said, and checks by staff."""
        from app.tickets.ratings.ratings import Ratings

        return Ratings(self.store, self.clock)
