"""The actions of the whole tab: which list is shown, what is begun, and one step back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Protocol

from app.access.permissions import Permission
from app.access.refusals import NotPermitted
from app.core.language import tr
from ui.fees.sides import KINDS, Side
from ui.sentences import say
from ui.shell.actions import Action
from ui.shell.context import Context

TAB = "fees"
_SIDE_NAMES = {Side.TARIFFS: "tariffs", Side.RUNS: "runs", Side.SHARED: "shared"}


class TabWork(Protocol):
    """What the actions set off."""

    def show_side(self, side: Side) -> None:
        """Show this list."""

    def begin_tariff(self) -> None:
        """A new tariff."""

    def begin_run(self) -> None:
        """A new billing run."""

    def begin_sharing(self) -> None:
        """A new common cost."""

    def show_discounts(self) -> None:
        """The rules of discounts."""

    def show_disclosure(self) -> None:
        """The fee disclosure sheet."""

    def show_tariff_sheets(self) -> None:
        """Tariffs on units by a sheet."""

    def show_arrears(self) -> None:
        """Opening arrears by a sheet."""

    def go_back(self) -> None:
        """One step back."""

    def restore(self) -> None:
        """The form that was left."""


class TabActions:
    """Made once for the tab; keys act on every page of it."""

    def __init__(self, context: Context, work: TabWork) -> None:
        self._context = context
        self.sides: list[tuple[Side, Action]] = [
            (side, self._add(_SIDE_NAMES[side], tr(KINDS[side].name), f"Alt+{at}", partial(work.show_side, side)))
            for at, side in enumerate(Side, start=1)
        ]
        self.new = self._add("new", tr("New tariff"), "Ctrl+N", work.begin_tariff)
        self.bill = self._add("bill", tr("Bill a month"), "Ctrl+M", work.begin_run)
        self.share = self._add("share", tr("Share a cost"), "Ctrl+H", work.begin_sharing)
        self.discounts = self._add("discounts", tr("Discounts"), "Ctrl+G", work.show_discounts)
        self.disclosure = self._add("disclosure", tr("Fee disclosure sheet"), "Ctrl+D", work.show_disclosure)
        self.tariff_sheets = self._add("tariff_sheets", tr("Tariffs by a sheet"), "Ctrl+I", work.show_tariff_sheets)
        self.arrears = self._add("opening_arrears", tr("Opening arrears"), "Ctrl+Shift+I", work.show_arrears)
        self._add("back", tr("Back one step"), "Esc", work.go_back)
        self.restore = self._add("restore", tr("Bring back the form that was left"), "Ctrl+Z", work.restore)
        self._need(self.new, Permission.MANAGE_TARIFFS)

    @property
    def foot(self) -> dict[Side, list[Action]]:
        """What stands below each list."""
        return {
            Side.TARIFFS: [self.new, self.tariff_sheets, self.discounts, self.disclosure],
            Side.RUNS: [self.bill, self.arrears],
            Side.SHARED: [self.share],
        }

    def _add(self, name: str, text: str, key: str, run: Callable[[], object]) -> Action:
        return self._context.actions.add(f"fees.{name}", text, key, run, context=TAB)

    def _need(self, action: Action, permission: Permission) -> None:
        if not self._context.actor.may(permission):
            action.turn_off(say(NotPermitted(self._context.actor.name, permission)))
