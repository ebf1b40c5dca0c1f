"""By which notice the residents were told of a drill."""

from __future__ import annotations

from collections.abc import Sequence

from app.core.language import tr
from app.core.show import show_time
from app.notices.issued.notice_rows import IssuedNotice
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.choice_field import ChoiceField
from ui.widgets.form import Form
from ui.widgets.key_button import Kind
from ui.widgets.text_label import body


class AnnouncedPanel(QuestionPanel[int]):
    """Answers the id of the notice; without any notice it says where one is written."""

    def __init__(self, notices: Sequence[IssuedNotice]) -> None:
        super().__init__(tr("By which notice were they told?"))
        self.notice: ChoiceField[int] = ChoiceField(
            tr("Notice"), [(f"{one.number}  {one.paper.title}  {show_time(one.at)}", one.id) for one in notices]
        )
        self._is_empty = not notices
        if self._is_empty:
            self.body.addWidget(body(tr("No notice hangs. Go back and write one with F6.")).wrap())
            return
        form = Form()
        form.add(tr("Notice"), self.notice)
        self.body.addWidget(form)
        self.setFocusProxy(self.notice)

    def add_actions(self, actions: ActionRegistry) -> None:
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        if not self._is_empty:
            self.add_button(actions, "take", tr("By this one"), ("Return", "F9"), self._on_take, Kind.PRIMARY)

    def _on_take(self) -> None:
        chosen = self.notice.value()
        if chosen is not None:
            self.answer(chosen)
