"""What is typed into the fields of a step, and into the line of the log, outlives the program as the incident does."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtWidgets import QWidget

from ui.incidents.running.current_step import CurrentStep
from ui.incidents.side.write_box import WriteBox
from ui.shell.context import Context
from ui.shell.draft_keeper import UNFIT
from ui.shell.draft_watch import DraftWatch

DRAFT = "incidents.running"


class TypedDraft:
    """By incident and step; of an incident that was closed since nothing is taken up."""

    def __init__(self, context: Context, step: CurrentStep, box: WriteBox, shown: QWidget) -> None:
        self._step, self._box = step, box
        self._watch = DraftWatch(context, DRAFT, self._facts, shown)
        left = self._watch.found()
        if left is not None:
            running = {line.id for line in context.office.running_incidents()}
            self._take_up(left, running)

    def keep(self) -> None:
        """Make durable what stands there now."""
        self._watch.keep()

    def _facts(self) -> Mapping[str, object] | None:
        steps = [[*key, answers] for key, answers in self._step.typed().items()]
        lines = [[incident, words] for incident, words in self._box.typed().items()]
        return {"steps": steps, "lines": lines} if steps or lines else None

    def _take_up(self, left: Mapping[str, Any], running: set[int]) -> None:
        try:
            steps = {(incident, step): dict(answers) for incident, step, answers in left["steps"]}
            lines = {incident: str(words) for incident, words in left["lines"]}
        except UNFIT:
            return
        self._step.take_up({key: answers for key, answers in steps.items() if key[0] in running})
        self._box.take_up({incident: words for incident, words in lines.items() if incident in running})
