"""The templates of the office: the texts of one at the left, the paper at the right; each change is a new version."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.access.permissions import Permission
from app.core.errors import Refusal
from app.core.language import tr
from app.core.show import show_time
from app.notices.kept_templates.template_rows import KeptTemplate
from app.notices.paper_facts import NoticePaper
from app.notices.templates.template import NoticeKind
from app.notices.templates.worded import text_parts
from ui.notices.beside import BesidePage
from ui.notices.check_strip import CheckStrip
from ui.notices.form_side import FormSide
from ui.notices.keys import TEMPLATES
from ui.notices.templates.texts_form import TextsForm
from ui.notices.writing.paper_side import PaperSide, Side
from ui.sentences.notices import KINDS, in_language
from ui.shell.context import Context
from ui.shell.draft_keeper import UNFIT
from ui.shell.draft_watch import DraftWatch
from ui.widgets.chip import Mood
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.form import Form
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.surface import column, row
from ui.widgets.text_label import body, caption, page_title


class TemplatesPage(BesidePage):
    """`left` comes with Esc."""

    left = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__(context, TEMPLATES, tr("Templates of notices"))
        self._held: KeptTemplate | None = None
        self._document: dict[str, Any] = {}
        self.form: TextsForm | None = None
        self.template: ChoiceField[str] = ChoiceField(tr("Template"))
        self.kind: ChoiceField[NoticeKind] = ChoiceField(tr("Kind"))
        self._version, self._fields = body("", Tone.INK2).wrap(), caption().wrap()
        self.strip = CheckStrip(self._verdict)
        self._make_actions()
        self._watch = DraftWatch(context, TEMPLATES, self._worded, self)
        self.paper = PaperSide(context, TEMPLATES, self._paper)
        self._lay_out()
        self.template.chosen.connect(self._on_template)
        self.kind.chosen.connect(lambda _: self._show_form())

    def begin(self) -> None:
        """Read the templates in use; the one that was worded last stays."""
        held = self.context.office.notice_templates.in_use()
        self.template.blockSignals(True)
        self.template.offer(
            [(f"{one.template.key}  {in_language(one.template.name)}", one.template.code) for one in held]
        )
        self.template.blockSignals(False)
        left = self._watch.found()
        codes = [one.template.code for one in held]
        if left is not None and left.get("template") in codes:
            self.template.blockSignals(True)
            self.template.set_value(str(left["template"]))
            self.template.blockSignals(False)
        self._read(self.template.value() or codes[0], left)

    def keep_draft(self) -> None:
        """Save the texts that are worded anew and no version yet."""
        self._watch.keep()

    def take_focus(self) -> None:
        self.template.setFocus(Qt.FocusReason.OtherFocusReason)

    def document(self) -> dict[str, Any]:
        """The document as it is worded now, with the texts of the other kinds."""
        return self.form.document(self._document) if self.form is not None else self._document

    def _make_actions(self) -> None:
        add = self.context.actions.add
        self._save = add(
            f"{TEMPLATES}.save", tr("Keep as a new version"), "F9", self._on_save, context=TEMPLATES, commits=True
        )
        self._leave = add(f"{TEMPLATES}.back", tr("Back to the list"), "Esc", self._on_back, context=TEMPLATES)

    def _lay_out(self) -> None:
        choices = Form()
        choices.add(tr("Template"), self.template)
        choices.add(tr("Kind"), self.kind)
        head = QWidget()
        title = page_title(tr("Templates of notices"))
        head.setLayout(column(title, self._version, choices, self._fields, 8, space=4))
        look = KeyButton(self.paper.segments.button(Side.POSTER).action_shown)
        self.show_when_folded(look)
        foot = row(KeyButton(self._leave), look, None, KeyButton(self._save, Kind.PRIMARY))
        self._side = FormSide(head, self.strip, foot)
        self.lay_beside(self._side, self.paper)
        self.paper.looked_at.connect(lambda: self.work_in(second=True))

    def _worded(self) -> Mapping[str, object] | None:
        held = self._held
        if held is None or not self._is_changed():
            return None
        return {"template": held.template.code, "version": held.version, "document": self.document()}

    def _kind(self) -> NoticeKind:
        kind = self.kind.value()
        assert kind is not None
        return kind

    def _on_template(self, code: str) -> None:
        if self._held is not None and code != self._held.template.code:
            if self._may_leave():
                self._read(code)
            else:
                self.template.set_value(self._held.template.code)

    def _read(self, code: str, left: Mapping[str, Any] | None = None) -> None:
        held = self.context.office.notice_templates.newest(code)
        self.form = None
        self._held, self._document = held, dict(held.document)
        if left is not None and (left.get("template"), left.get("version")) == (code, held.version):
            with suppress(*UNFIT):
                self._document = dict(left["document"])
                self.context.messages.hint(tr("The texts stand as they were when the program ended."))
        self._version.show_text(_version_words(held))
        names = "   ".join(f"{{{field.id}}} {in_language(field.label)}" for field in held.template.fields)
        self._fields.show_text(tr("Fields: {names}").format(names=names))
        self.kind.blockSignals(True)
        self.kind.offer([(tr(KINDS[kind]), kind) for kind in held.template.kinds])
        self.kind.blockSignals(False)
        self._show_form()

    def _show_form(self) -> None:
        self._document = self.document()
        self.form = TextsForm(list(text_parts(self._document, self._kind())))
        self._side.put(self.form)
        self.form.changed.connect(self._on_changed)
        self.paper.draw()
        self.strip.check()

    def _verdict(self) -> tuple[str, Mood]:
        """Whether these texts may be kept. Raises TemplateBroken."""
        assert self._held is not None
        self._paper()
        words = tr("F9 keeps this as version {n}; what hangs already keeps its words.").format(n=self._held.version + 1)
        return (words, Mood.OK) if self._is_changed() else (tr("Nothing is changed yet."), Mood.MUTE)

    def _on_changed(self) -> None:
        self.paper.draw_soon()
        self.strip.check_soon()

    def _paper(self) -> NoticePaper:
        assert self._held is not None
        return self.context.office.notice_templates.tried(self._held.template.code, self.document(), self._kind())

    def _on_save(self) -> None:
        assert self._held is not None
        code, name, document = self._held.template.code, self._held.template.name.zh, self.document()
        approval = None
        if not self.context.actor.may(Permission.MANAGE_NOTICES):
            what = tr("Word the template “{name}” anew").format(name=name)
            facts = {"template": code, "version": self._held.version + 1}
            actor = self.context.actor
            approval = self.context.questions.approve(Permission.MANAGE_NOTICES, what, "", facts, actor)
            if approval is None:
                return
        try:
            kept = self.context.office.notice_templates.save(self.context.actor, code, document, approval)
        except Refusal as refusal:
            self.strip.refuse(refusal)
            return
        self._read(code)
        self.take_focus()
        self.context.messages.done(tr("“{name}” is kept as version {n}").format(name=name, n=kept.version))

    def _on_back(self) -> None:
        if self.folded and self.paper.isVisible():
            self.work_in(second=False)
            self.take_focus()
            return
        if self._may_leave():
            self.strip.rest()
            self.paper.rest()
            self._let_go()
            self.left.emit()

    def _let_go(self) -> None:
        assert self._held is not None
        self.form, self._document = None, dict(self._held.document)
        self.keep_draft()

    def _may_leave(self) -> bool:
        """Nothing is changed, or it may be lost."""
        if self._held is None or not self._is_changed():
            return True
        text = tr("What is changed in “{name}” is lost.").format(name=self._held.template.name.zh)
        return self.context.questions.confirm(tr("Leave these texts?"), text, tr("Yes, leave"))

    def _is_changed(self) -> bool:
        return self._held is not None and self.document() != dict(self._held.document)


def _version_words(held: KeptTemplate) -> str:
    if not held.own:
        return tr("Version {n}, as it came with the program").format(n=held.version)
    words = tr("Version {n}, {time}, {who}")
    return words.format(n=held.version, time=show_time(held.at), who=held.by)
