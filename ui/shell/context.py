"""What every page is given: the office, who is signed in, and the parts of the window it may use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.access.actor import Actor
from app.core.clock import Clock
from ui.shell.actions import ActionRegistry
from ui.shell.changes import Changes
from ui.shell.messages import Messages
from ui.shell.theme import Theme
from ui.shell.ways import Ways
from ui.shell.window_layout import WindowLayout
from ui.shell.worker import Worker

if TYPE_CHECKING:
    from app.office import Office  # all three read what the first paint does not wait for
    from ui.printing.printer_queue import PrintQueue
    from ui.shell.questions import Questions


@dataclass(frozen=True)
class Context:
    """Made once after sign-in; a page keeps it and asks it for everything outside itself."""

    office: Office
    actor: Actor
    clock: Clock
    questions: Questions
    actions: ActionRegistry
    worker: Worker
    changes: Changes
    printing: PrintQueue
    theme: Theme
    messages: Messages
    layout: WindowLayout
    ways: Ways
