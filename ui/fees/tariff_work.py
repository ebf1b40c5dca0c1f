"""What is begun from the tariff that is shown: its next version, a copy, its units, and where they move."""

from __future__ import annotations

from typing import Protocol

from app.fees.versions import Tariff
from ui.fees.later_pages import LaterPages
from ui.fees.side_list import SideList
from ui.fees.tariffs.tariff_form import TariffForm
from ui.fees.tariffs.tariff_page import TariffPage
from ui.widgets.sub_page import SubPage


class Show(Protocol):
    """Puts a page beside the list."""

    def __call__(self, page: SubPage, *, focus: bool = False) -> None:
        """Perhaps with the focus in it."""


class TariffWork:
    """Answers the wishes of the page of a tariff."""

    def __init__(self, side: SideList, tariff: TariffPage, form: TariffForm, later: LaterPages, show: Show) -> None:
        self._side, self._tariff, self._form = side, tariff, form
        self._later, self._show = later, show
        self._tariff.version_wanted.connect(self._on_version_wanted)
        self._tariff.copy_wanted.connect(self._on_copy_wanted)
        self._tariff.assigning_wanted.connect(self._on_assigning_wanted)
        self._tariff.moving_wanted.connect(self._on_moving_wanted)

    def begin_new(self) -> None:
        """A tariff of its own."""
        self._form.begin_new()
        self._side.let_go()
        self._show(self._form, focus=True)

    def _on_version_wanted(self, tariff: Tariff) -> None:
        self._form.begin_version(tariff, self._tariff.units())
        self._show(self._form, focus=True)

    def _on_copy_wanted(self, tariff: Tariff) -> None:
        self._form.begin_copy(tariff, self._tariff.units())
        self._side.let_go()
        self._show(self._form, focus=True)

    def _on_assigning_wanted(self, tariff: Tariff) -> None:
        self._later.assign.begin(tariff)
        self._show(self._later.assign, focus=True)

    def _on_moving_wanted(self, tariff: Tariff) -> None:
        self._later.move_page.begin(tariff, self._tariff.lying())
        self._show(self._later.move_page, focus=True)
