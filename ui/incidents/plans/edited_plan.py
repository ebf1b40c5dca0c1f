"""The plan that is being edited: as it is now, as it was opened, and every step back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.incidents.kept_plans.write_plan import plan_text
from app.incidents.plans.plan import Plan
from app.incidents.plans.read_plan import read_plan


class EditedPlan:
    """`seen` is the id of the version on which the edit builds; none for a plan that the office has not yet."""

    def __init__(self, plan: Plan, seen: int | None, *, is_new: bool = False) -> None:
        self.opened = plan
        self.plan = plan
        self.seen = seen
        self._is_new = is_new
        self._before: list[Plan] = []
        self._last = ""

    @property
    def is_edited(self) -> bool:
        """Whether there is something to save."""
        return self._is_new or self.plan != self.opened

    def change(self, plan: Plan, of: str = "") -> None:
        """The plan is now this one; typing on in one field (`of`) is one step back."""
        if plan == self.plan:
            return
        if not of or of != self._last:
            self._before.append(self.plan)
        self._last = of
        self.plan = plan

    def undo(self) -> bool:
        """One step back; False when there is none."""
        if not self._before:
            return False
        self.plan, self._last = self._before.pop(), ""
        return True

    def draft(self) -> dict[str, object]:
        """What is kept where the window closes before it was saved."""
        return {"code": self.plan.code, "seen": self.seen, "text": plan_text(self.plan), "new": self._is_new}

    def take_up(self, draft: Mapping[str, Any]) -> bool:
        """Go on with what was kept, if it builds on the same version."""
        if draft.get("code") != self.plan.code or draft.get("seen") != self.seen:
            return False
        self.change(read_plan(f"{self.plan.code}.toml", str(draft["text"])))
        return True
