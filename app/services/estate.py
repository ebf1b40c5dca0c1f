"""The people of the office and the book of units."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from app.services.services import Services

if TYPE_CHECKING:
    from app.access.keys import Keys
    from app.access.people import People
    from app.access.roles import Roles
    from app.access.staff import Staff
    from app.estate.find_units import FindUnits
    from app.estate.registry import Estate


class EstateServices(Services):
    """Who works here, and the homes they work for."""

    @cached_property
    def people(self) -> People:
        """Who works here: sign-in, and a supervisor's yes."""
        from app.access.people import People

        return People(self.store, self.clock)

    @cached_property
    def keys(self) -> Keys:
        """Whose password opens the data."""
        from app.access.keys import Keys

        return Keys(self.store, self.clock)

    @cached_property
    def staff(self) -> Staff:
        """What happens to who works here: roles, passwords, out and in."""
        from app.access.staff import Staff

        return Staff(self.store, self.clock, lambda: self.keys)

    @cached_property
    def roles(self) -> Roles:
        """What each role may do."""
        from app.access.roles import Roles

        return Roles(self.store, self.clock)

    @cached_property
    def estate(self) -> Estate:
        """The book of units and people."""
        from app.estate.registry import Estate

        return Estate(self.store, self.clock)

    @cached_property
    def find_units(self) -> FindUnits:
        """The search in that book."""
        from app.estate.find_units import FindUnits

        return FindUnits(self.store, self.clock)
