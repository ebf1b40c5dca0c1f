"""Start an incident: which, where, since when; the caret stands where the next key belongs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout

from app.core.clock import Clock
from app.core.errors import Refusal, Trouble
from app.core.language import tr
from app.incidents.plans.finding import by_digit, find_plans
from app.incidents.plans.plan import Plan
from app.incidents.running.asked import NewIncident, new_client_id
from app.incidents.running.view import RunningLine
from ui.incidents.picker.pick_list import PickList
from ui.incidents.picker.pick_rows import Offered
from ui.incidents.picker.place_rows import PlacesToPick
from ui.incidents.picker.plan_side import PlanSide
from ui.sentences import say
from ui.shell.actions import Action, ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.colours import Tone
from ui.widgets.icon_label import IconLabel
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.key_cap import KeyCap
from ui.widgets.search_box import SearchBox
from ui.widgets.sizes import px
from ui.widgets.surface import Pane, Rule, column, row
from ui.widgets.text_label import body, page_title

_WIDE, _HIGH, _SIDE = 960, 600, 436


@dataclass(frozen=True, slots=True)
class PickFrom:
    """What the picker offers, and what it starts with; `kept` says what stays as it is behind it."""

    offered: Offered
    places: PlacesToPick
    start: Callable[[NewIncident], object]
    clock: Clock
    kept: str = ""


class PickerPanel(QuestionPanel[object]):
    """Answers what `start` gave for the incident that was started, or the id of a running one that was chosen."""

    keeps_typed = False
    most = (_WIDE, _HIGH)

    def __init__(self, pick: PickFrom) -> None:
        super().__init__(tr("Start an incident"), width=_WIDE)
        self._pick = pick
        self._client_id = new_client_id()
        self._enter: Action | None = None
        self.box = SearchBox(tr("Which incident"), tr("A digit, or letters of its name"))
        self.list = PickList(pick.clock.now)
        self.side = PlanSide(pick.places, pick.clock)
        self.setFocusProxy(self.box)
        self.box.typed.connect(self._on_typed)
        self.box.moved.connect(self.list.step)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(self._on_opened)
        self._show_rows("")

    def add_actions(self, actions: ActionRegistry) -> None:
        """Enter goes on to the next thing, and at last starts; Esc goes back."""
        name = self.context
        add = actions.add
        back = add(f"{name}.back", tr("Back"), "Esc", self._on_back, context=name)
        self._enter = add(f"{name}.start", tr("Start"), "Return", self._on_enter, context=name, commits=True)
        self.side.add_actions(actions, name, KeyButton(self._enter, Kind.PRIMARY))
        self._lay_out_whole(KeyButton(back, Kind.QUIET))
        self._say_start()

    def frame(self) -> QVBoxLayout:
        """Two panes below a head; what gives way in a low window scrolls in its own pane."""
        return column(space=0)

    def let_body_scroll(self) -> None:
        """Both panes scroll already."""

    def sizeHint(self) -> QSize:
        return QSize(px(_WIDE), px(_HIGH))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setFixedWidth(min(px(_SIDE), round(self.width() * _SIDE / _WIDE)))

    def _show_rows(self, typed: str) -> None:
        self.list.show_rows(self._pick.offered.rows(typed))

    def _on_typed(self, text: str) -> None:
        """A digit of the table chooses at once; after letters that name one plan, a digit begins the place."""
        plan = by_digit(self._pick.offered.plans, text)
        if plan is not None:
            self._go_on_with(plan)
            return
        letters, last = text[:-1], text[-1:]
        found = find_plans(self._pick.offered.plans, letters) if last.isdecimal() else ()
        if found and not find_plans(self._pick.offered.plans, text):
            self._go_on_with(found[0], letters, last)
            return
        self._show_rows(text)

    def _go_on_with(self, plan: Plan, letters: str = "", place: str = "") -> None:
        self.box.blockSignals(True)
        self.box.setText(letters or str(plan.digit))
        self.box.blockSignals(False)
        self._show_rows(letters)
        self.list.choose(plan)
        self.side.take_place(place)

    def _on_chosen(self, what: RunningLine | Plan | None) -> None:
        self.side.show_choice(what)
        self._say_start()

    def _on_opened(self, what: RunningLine | Plan) -> None:
        if isinstance(what, RunningLine):
            self.answer(what.id)
        else:
            self.side.take_place("")

    def _on_enter(self) -> None:
        what = self.list.current()
        if isinstance(what, RunningLine):
            self.answer(what.id)
        elif what is None:
            self.box.take_caret()
        elif self.box.hasFocus() and not self.side.has_place:
            self.side.take_place("")
        elif not self.side.takes_marked_place():
            self._start(what)

    def _start(self, plan: Plan) -> None:
        asked = self.side.asked(self._client_id, plan)
        if asked is None:
            return
        try:
            started = self._pick.start(asked)
        except (Refusal, Trouble) as error:
            self.side.show_problem(say(error))
        else:
            self.answer(started)

    def _on_back(self) -> None:
        if not self.side.fold_places():
            self.give_up()

    def _say_start(self) -> None:
        if self._enter is not None:
            self._enter.say(self.side.start_words())

    def _lay_out_whole(self, back: KeyButton) -> None:
        kept = body(self._pick.kept, Tone.INK2)
        head = row(
            IconLabel("siren", Tone.DANGER, 24),
            page_title(self.title),
            None,
            kept,
            back,
            space=12,
            margins=(24, 14, 16, 14),
        )
        words, choose = tr("Letters of a plan's name find it"), body(tr("Choose"), Tone.INK2)
        foot = row(body(words, Tone.INK2), None, choose, KeyCap("↑ ↓"), margins=(24, 8, 24, 8))
        left = column(row(self.box, margins=(24, 14, 20, 4)), self.list, Rule(), foot, space=0)
        left.setStretch(1, 1)
        beside = Pane("panel")
        beside.setLayout(left)
        parts = row(beside, Rule(upright=True), self.side, space=0)
        parts.setStretch(0, 1)
        self._outer.addLayout(head)
        self._outer.addWidget(Rule())
        self._outer.addLayout(parts, 1)
