"""The pages beside the list that most days need none of: each is made when it is first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ui.fees.assigning.assign_page import AssignPage
from ui.fees.assigning.move_page import MovePage
from ui.fees.discounts.page import DiscountPage
from ui.fees.runs.new_run_page import NewRunPage
from ui.fees.runs.run_page import RunPage
from ui.fees.shared.form import SharedForm
from ui.fees.shared.page import SharedPage
from ui.fees.sheets import arrears_sheets, tariff_sheets
from ui.fees.unit_book import UnitBook
from ui.shell.context import Context
from ui.widgets.page_stack import PageStack
from ui.widgets.sheet_kind import SheetKind
from ui.widgets.sheet_page import SheetPage
from ui.widgets.sub_page import SubPage

P = TypeVar("P", bound=SubPage)


class LaterPages(QWidget):
    """Puts each page among the others, and says what they did: on a tariff, with a run, with a cost, by a sheet."""

    saved = Signal(object)
    made = Signal(object)
    shared_out = Signal(object)
    undone = Signal(object)
    sheet_done = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._book = UnitBook(context, self)
        self._stack = PageStack()

    def furnish(self) -> None:
        """Make what nobody has asked for yet, while the keys rest."""
        for name, part in vars(LaterPages).items():
            if isinstance(part, cached_property):
                getattr(self, name)

    @cached_property
    def assign(self) -> AssignPage:
        """A tariff is laid on units."""
        page = self._placed(AssignPage(self._context, self._book))
        page.saved.connect(self.saved)
        return page

    @cached_property
    def move_page(self) -> MovePage:
        """Units go over to a tariff."""
        page = self._placed(MovePage(self._context, self._book))
        page.saved.connect(self.saved)
        return page

    @cached_property
    def new_run(self) -> NewRunPage:
        """A month is billed."""
        page = self._placed(NewRunPage(self._context, self._book))
        page.made.connect(self.made)
        return page

    @cached_property
    def run(self) -> RunPage:
        """A billing run."""
        page = self._placed(RunPage(self._context, self._book))
        page.undone.connect(self.undone)
        return page

    @cached_property
    def share(self) -> SharedForm:
        """A cost is shared out."""
        page = self._placed(SharedForm(self._context, self._book))
        page.saved.connect(self.shared_out)
        return page

    @cached_property
    def shared(self) -> SharedPage:
        """A cost that was shared out."""
        page = self._placed(SharedPage(self._context, self._book))
        page.undone.connect(self.undone)
        return page

    @cached_property
    def discounts(self) -> DiscountPage:
        """The rules of discounts."""
        return self._placed(DiscountPage(self._context))

    @cached_property
    def tariff_sheets(self) -> SheetPage:
        """Tariffs on units by a sheet."""
        return self._sheets(tariff_sheets.KEYS, tariff_sheets.TariffSheets(self._context))

    @cached_property
    def arrears(self) -> SheetPage:
        """Opening arrears by a sheet."""
        return self._sheets(arrears_sheets.KEYS, arrears_sheets.ArrearsSheets(self._context))

    def _placed(self, page: P) -> P:
        self._stack.addWidget(page)
        return page

    def _sheets(self, keys: str, kind: SheetKind) -> SheetPage:
        page = self._placed(SheetPage(self._context, keys, kind))
        page.changed.connect(self.sheet_done)
        return page
