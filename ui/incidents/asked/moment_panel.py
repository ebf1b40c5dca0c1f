"""A step that was done before it could be ticked: when; the true time of the entry is kept beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from app.core.language import tr
from app.incidents.running.refusals import MomentInFuture
from ui.shell.context import Context
from ui.widgets.edit_panel import EditPanel
from ui.widgets.moment_field import MomentField


class MomentPanel(EditPanel[str]):
    """`take` ticks with the moment; the answers are those that stand in the step."""

    def __init__(self, context: Context, about: str, take: Callable[[datetime], str]) -> None:
        super().__init__(tr("Done earlier: when?"), self._on_moment, words=about, width=620)
        self._take = take
        self.when = MomentField(tr("Done at"), context.clock.now)
        self.when.required = True
        self.form.add(tr("Done at"), self.when, hint=tr("19:42, or -5 for five minutes ago"))
        self.place(self.when, MomentInFuture)
        self.step_through(self.when)

    def _on_moment(self) -> str | None:
        moment = self.when.value()
        return None if moment is None else self._take(moment)
