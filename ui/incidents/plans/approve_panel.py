"""Before a version is approved: who wrote it, what is different, and what of the shipped safety it takes away."""

from __future__ import annotations

from PySide6.QtCore import QSize

from app.core.language import tr
from app.incidents.kept_plans.assessing import lost_of
from app.incidents.kept_plans.version import PlanVersion
from ui.incidents.plans.plan_paragraphs import difference_paragraphs, lost_paragraphs
from ui.incidents.plans.plan_words import version_words
from ui.incidents.plans.reading import Look, Paragraph, Reading
from ui.sentences.incidents import said
from ui.shell.actions import ActionRegistry
from ui.shell.question_panel import QuestionPanel
from ui.widgets.chip import Mood
from ui.widgets.key_button import Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.sizes import px


class ApprovePanel(QuestionPanel[bool]):
    """Answers True; `hands` says in words whose yes it will be."""

    def __init__(self, version: PlanVersion, before: PlanVersion, hands: str, *, alone: bool) -> None:
        name = said(version.plan.name)
        super().__init__(tr("Approve version {n} of “{plan}”?").format(n=version.plan.version, plan=name), width=860)
        self.reading = _Tall(tr("What is different"))
        self.reading.show_paragraphs(
            [
                Paragraph(version_words(version), Look.SMALL),
                Paragraph(tr("Changed: {note}").format(note=version.note), Look.TEXT, "pencil"),
                *lost_paragraphs(lost_of(version.plan), version.reason),
                Paragraph(tr("Against version {n}").format(n=before.plan.version), Look.HEAD),
                *difference_paragraphs(before.plan, version.plan),
            ]
        )
        strip = NoteStrip()
        strip.say(hands, Mood.WARN if alone else Mood.ACCENT)
        self.hands = hands
        self.body.addWidget(self.reading, 1)
        self.body.addWidget(strip)

    def add_actions(self, actions: ActionRegistry) -> None:
        context = self.context
        actions.add(f"{context}.on", tr("Read on"), ("PgDown", "Down"), lambda: self.reading.turn(8), context=context)
        actions.add(f"{context}.up", tr("Read back"), ("PgUp", "Up"), lambda: self.reading.turn(-8), context=context)
        self.add_button(actions, "back", tr("Back"), "Esc", self.give_up)
        self.add_button(actions, "approve", tr("Approve this version"), "F9", lambda: self.answer(True), Kind.PRIMARY)


class _Tall(Reading):
    """Takes what height there is."""

    def sizeHint(self) -> QSize:
        return QSize(px(600), px(380))
