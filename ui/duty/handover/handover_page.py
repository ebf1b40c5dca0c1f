"""The hand-over: what goes on, keys and words; whoever goes signs with one key, whoever comes by name and password."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.errors import Refusal
from app.core.language import tr, tr_n
from app.core.show import show_time
from app.duty.log.handover_facts import HandoverPage as Facts
from app.duty.log.handover_facts import Left
from app.duty.refusals import DutyTextMissing, TakerIsGiver, TakerUnknown
from ui.duty.handover.left_table import left_table, summed
from ui.duty.handover.running_pane import RunningPane
from ui.duty.handover.signing import sign
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.draft_watch import DraftWatch
from ui.shell.window_layout import Room
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.empty_state import EmptyState
from ui.widgets.error_line import ErrorLine
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.scrolling import Scrolling
from ui.widgets.sub_page import SubPage
from ui.widgets.surface import Rule, column, row
from ui.widgets.table_pane import TablePane
from ui.widgets.text_area import TextArea
from ui.widgets.text_label import body, caption, page_title

KEYS = "duty.handover"
DRAFT = "duty.handover"


class HandoverPage(SubPage):
    """`left` comes when it is done, or with Esc; what is typed stays until it is handed over."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, KEYS, tr("Hand over duty"))
        self.facts: Facts | None = None
        self.title, self.told = page_title(tr("Hand over duty")), body("", Tone.INK2).wrap()
        self.table, self.running = left_table(), RunningPane()
        self.taker: ChoiceField[str] = ChoiceField(tr("Taken over by"))
        self.words = TextArea(tr("What the next person must know"), lines=3)
        self.things = TextArea(tr("Keys and things, one a line"), lines=4)
        self.problem = ErrorLine()
        add = context.actions.add
        give = add(f"{KEYS}.give", tr("Sign and hand over"), "F9", self._on_give, context=KEYS, commits=True)
        add(f"{KEYS}.back", tr("Back to duty"), "Esc", self.left.emit, context=KEYS)
        add(f"{KEYS}.again", tr("Read again"), "F5", self.load, context=KEYS)
        look = f"{KEYS}.rows"
        add(f"{look}.open", tr("Go to it"), "Return", self._on_open, context=look)
        context.actions.follow_focus(self.table, look)
        self.table.opened.connect(lambda _row: self._on_open())
        context.layout.changed.connect(self._on_room)
        self._on_room(context.layout.room)
        self._lay_out(KeyButton(give, Kind.PRIMARY, icon="pencil"))
        self._things_before = ""
        self._watch = DraftWatch(context, DRAFT, self._typed, self)

    def _on_room(self, room: Room) -> None:
        for title in (tr("Where"), tr("Since when")):
            self.table.hide_column(title, hidden=room is Room.SMALL)

    def begin(self) -> None:
        """Read what goes on, with the caret where the taker is chosen."""
        self.load()
        self.take_focus()

    def load(self) -> None:
        """Read what goes on at this moment."""
        facts = self.context.office.duty_log.page(self.context.actor)
        if self.facts is None:
            self._bring_back("\n".join(facts.things))
        self.facts = facts
        self.taker.offer([(name, name) for name in facts.takers])
        if facts.expected:
            self.taker.set_value(facts.expected)
        self.table.show_rows(facts.leftovers)
        self.running.show_leftovers(facts.leftovers)
        self.told.show_text(_told(facts))
        if not facts.takers:
            self.problem.show_problem(tr("Nobody else is registered who could sign. A supervisor adds people first."))

    def keep_draft(self) -> None:
        """Keep what is typed for the next start."""
        if self.facts is not None:
            self._watch.keep()

    def _bring_back(self, things: str) -> None:
        kept = self._watch.found() or {}
        self._things_before = things
        self.things.set_text(str(kept.get("things", things)))
        self.words.set_text(str(kept.get("words", "")))

    def _typed(self) -> Mapping[str, object] | None:
        words, things = self.words.text(), self.things.text()
        return {"words": words, "things": things} if words.strip() or things != self._things_before else None

    def take_focus(self) -> None:
        self.taker.setFocus()

    def _lay_out(self, give: KeyButton) -> None:
        empty = EmptyState(
            tr("Nothing goes on"), tr("No incident, no emergency, nothing overdue, the day list is done.")
        )
        left = column(self.title, self.told, self.running, TablePane(self.table, empty), space=6)
        left.setStretch(3, 1)
        asked: list[QWidget] = []
        for field in (self.taker, self.things, self.words):
            label = caption(field.accessibleName(), Tone.INK2)
            label.setBuddy(field)
            asked += [label, field]
        inside = Scrolling(column(*asked, None, space=6))
        right = column(inside, self.problem, row(None, give), space=8)
        right.setStretch(0, 1)
        whole = row(left, Rule(upright=True), right, space=16, margins=(20, 12, 20, 12))
        whole.setStretch(0, 3)
        whole.setStretch(2, 2)
        self.setLayout(whole)
        for before, after in (
            (self.taker, self.things),
            (self.things, self.words),
            (self.words, give),
            (give, self.running),
            (self.running, self.table),
        ):
            self.setTabOrder(before, after)

    def _on_give(self) -> None:
        log, things = self.context.office.duty_log, self.things.text().splitlines()
        try:
            made = log.give(self.context.actor, self.taker.value() or "", self.words.text(), things)
        except (DutyTextMissing, TakerIsGiver, TakerUnknown) as refusal:
            self.problem.show_problem(say(refusal))
            self.taker.setFocus()
            return
        except Refusal as refusal:
            self.problem.show_problem(say(refusal))
            return
        self._told_given(log.handover(made).taker)
        sign(self.context, log.handover(made))
        self.left.emit()

    def _told_given(self, taker: str) -> None:
        self.problem.show_problem("")
        self.words.set_text("")
        self._things_before = self.things.text()
        self._watch.keep()
        self.facts = None
        self.context.changes.announce("duty", by=self)
        self.context.messages.done(tr("Handed over; {taker} signs now, or F8 later").format(taker=taker))

    def _on_open(self) -> None:
        row = self.table.current()
        if row is None:
            return
        if row.kind is Left.INCIDENT:
            self.context.ways.lead("incidents", row.ref)
        elif row.kind in (Left.EMERGENCY, Left.OVERDUE):
            self.context.ways.lead("tickets", row.ref)
        else:
            self.left.emit()


def _told(facts: Facts) -> str:
    lines = tr_n("{count} line was written since.", "{count} lines were written since.", len(facts.lines))
    said = tr("{giver} hands over, {time}. {summed}.").format(
        giver=facts.giver, time=show_time(facts.at), summed=summed(facts.leftovers)
    )
    return f"{said} {lines.format(count=len(facts.lines))}"
