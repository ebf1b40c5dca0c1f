"""The tab of duty whole: the first page, and over it hand-over, rounds and lists."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent

from app.core.errors import Refusal
from app.core.language import tr
from ui.duty.home.due_pane import DueRow, What
from ui.duty.home.duty_page import DutyPage
from ui.sentences import say
from ui.shell.context import Context
from ui.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from ui.duty.handover.handover_page import HandoverPage
    from ui.duty.lists.page import DutyLists, Part
    from ui.duty.rounds.round_page import RoundPage


class DutyTab(PageStack):
    """What the window knows of duty; `open` walks a round by the id of its list."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context, self._begun = context, False
        self.home = DutyPage(context)
        self.handover: HandoverPage | None = None
        self.rounds: RoundPage | None = None
        self.lists: DutyLists | None = None
        self.addWidget(self.home)
        self.home.wanted.connect(self._on_wanted)
        self.home.due.opened.connect(self._on_due)

    def furnish(self) -> None:
        """Say what is overdue although nobody has looked at the tab yet."""
        self.home.strip.say_start()

    def focus_search(self) -> None:
        """The first time the day list, from then on where a line of the log is written."""
        self.show_home()
        if self._begun:
            self.home.write_line()
        self._begun = True

    def open(self, inspection_id: int) -> None:
        """Walk a round of this list."""
        self.walk(inspection_id)

    def show_home(self) -> None:
        """The first page, as it is now."""
        self.setCurrentWidget(self.home)
        self.home.load()
        self.home.take_focus()

    def hand_over(self) -> None:
        """The page of the hand-over."""
        if self.handover is None:
            from ui.duty.handover.handover_page import HandoverPage  # noqa: PLC0415 - asked for twice a day

            self.handover = HandoverPage(self._context)
            self.handover.left.connect(self.show_home)
            self.addWidget(self.handover)
        self._attempt(self._show_handover)

    def walk(self, inspection_id: int) -> None:
        """Begin a round of a list, or go on with the one that runs."""
        inspections = self._context.office.inspections
        running = {one.id: one.running for one in inspections.standing()}.get(inspection_id)
        self._attempt(lambda: self._show_round(running or inspections.begin(self._context.actor, inspection_id)))

    def show_list(self, part: Part | None = None, key: object = None) -> None:
        """The lists: the one that was seen last, or this one with a row of it."""
        if self.lists is None:
            from ui.duty.lists.page import DutyLists  # noqa: PLC0415 - seldom asked for

            self.lists = DutyLists(self._context)
            self.lists.left.connect(self.show_home)
            self.lists.round_wanted.connect(self.walk)
            self.addWidget(self.lists)
        self.setCurrentWidget(self.lists)
        self.lists.begin(part, key)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.home.strip.say_start()

    def _show_handover(self) -> None:
        assert self.handover is not None
        self.setCurrentWidget(self.handover)
        self.handover.begin()

    def _show_round(self, round_id: int) -> None:
        if self.rounds is None:
            from ui.duty.rounds.round_page import RoundPage  # noqa: PLC0415 - as above

            self.rounds = RoundPage(self._context)
            self.rounds.left.connect(self.show_home)
            self.addWidget(self.rounds)
        self.setCurrentWidget(self.rounds)
        self.rounds.begin(round_id)

    def _attempt(self, run: Callable[[], object]) -> None:
        try:
            run()
        except Refusal as refusal:
            self._context.messages.wrong(say(refusal))

    def _on_due(self, row: DueRow) -> None:
        from ui.duty.lists.page import Part  # noqa: PLC0415 - as above

        if row.what is What.ROUND:
            self.walk(row.ref)
        elif row.what is What.HAZARD:
            self.show_list(Part.HAZARDS, row.ref)
        else:
            self._sign()

    def _on_wanted(self, where: str) -> None:
        ways: dict[str, Callable[[], object]] = {
            "handover": self.hand_over,
            "sign": self._sign,
            "hazard": self._new_hazard,
            "lists": self.show_list,
            "print": self._print,
        }
        ways[where]()

    def _sign(self) -> None:
        from ui.duty.handover.signing import sign_waiting  # noqa: PLC0415 - as above

        sign_waiting(self._context)
        self.home.load()

    def _new_hazard(self) -> None:
        from ui.duty.lists.hazard_panel import HazardPanel  # noqa: PLC0415 - as above

        number = self._context.questions.ask(HazardPanel(self._context))
        if number is not None:
            self._context.messages.done(tr("Hazard {number} is written down").format(number=number))
            self.home.load()
            self._context.changes.announce("duty", by=self.home)

    def _print(self) -> None:
        from ui.duty.printing import print_log  # noqa: PLC0415 - the drawing library

        print_log(self._context, self._context.clock.now().date())
