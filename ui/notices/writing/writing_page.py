"""A notice is filled in: fields at the left, the paper at the right, what is wrong with it in words below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.core.errors import Refusal
from app.core.language import tr
from app.core.show import show_time
from app.notices.asked import Door, NewNotice, NoticeWanted
from app.notices.paper_facts import NoticePaper
from app.notices.refusals import FieldsMissing
from app.notices.templates.template import NoticeKind, Template
from ui.notices.beside import BesidePage
from ui.notices.board.places_panel import Doors, offered_doors
from ui.notices.keys import WRITING
from ui.notices.writing.left_notice import NoticeLeft
from ui.notices.writing.notice_form import NoticeForm
from ui.notices.writing.paper_side import PaperSide, Side
from ui.sentences import say
from ui.sentences.notices import KINDS, in_language
from ui.shell.context import Context
from ui.shell.draft_keeper import DraftKeeper
from ui.widgets.chip import Mood
from ui.widgets.choice_field import ChoiceField
from ui.widgets.colours import Tone
from ui.widgets.form import Form
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.note_strip import NoteStrip
from ui.widgets.scrolling import Scrolling
from ui.widgets.surface import Rule, column, row
from ui.widgets.text_label import body, page_title

_CHECK_AFTER = 250  # milliseconds after the last letter


class WritingPage(BesidePage):
    """`issued` gives the id of the new notice; `left` comes when nothing was issued, with the incident or None."""

    issued = Signal(int)
    left = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context, WRITING, tr("A notice is written"))
        self._asked: NewNotice | None = None
        self._wanted: NoticeWanted | None = None
        self._template: Template | None = None
        self._begun_with: dict[str, str] = {}
        self.form: NoticeForm | None = None
        self._title, self._about = page_title(), body("", Tone.INK2)
        self.kind: ChoiceField[NoticeKind] = ChoiceField(tr("Kind"))
        self.doors: ChoiceField[Doors] = ChoiceField(tr("Hangs at"))
        self.strip = NoteStrip()
        self._draft = DraftKeeper(context.office.drafts, context.actor, WRITING, self._kept, self)
        self._place: QVBoxLayout = column(space=0)
        self._make_actions()
        self.paper = PaperSide(context, WRITING, self._paper)
        self._lay_out()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.say_problem)
        self.kind.chosen.connect(self._on_kind)

    def begin(self, wanted: NoticeWanted) -> None:
        """A new notice with what office and incident know. Raises TemplateUnknown."""
        self._wanted = wanted
        asked = self.context.office.notices.begin(wanted)
        self._begin(asked, self._kinds(asked))

    def follow(self, notice_id: int, kind: NoticeKind) -> None:
        """A notice that follows an earlier one. Raises NoticeUnknown, NoticeCalledOff."""
        self._wanted = None
        asked = self.context.office.notices.follow(notice_id, kind)
        self._begin(asked, (kind,))
        places = self.context.office.postings.of(notice_id)
        self._offer_before([Door(one.place, one.building_id) for one in places if not one.message])

    def resume(self) -> bool:
        """Go on with what an earlier run left half written; whether there is anything."""
        left = self._draft.found()
        if left is None:
            return False
        try:
            self._begin_again(NoticeLeft.from_facts(left))
        except Refusal:  # what it followed was called off meanwhile, or its template is gone
            self._draft.drop()
            return False
        return True

    def keep_draft(self) -> None:
        """Save what is half written."""
        self._draft.flush()

    def take_focus(self) -> None:
        if self.form is not None:
            self.form.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def asked(self) -> NewNotice:
        """What would be issued as it stands."""
        assert self._asked is not None
        assert self.form is not None
        values = self.form.values()
        place = values.get("place") or self._asked.place
        building = self._building()
        return replace(self._asked, values=values, place=place, building_id=building, doors=self.doors.value() or ())

    def say_problem(self) -> None:
        """What still keeps it from being issued, or by when it has to hang."""
        self._timer.stop()
        if self._asked is None:
            return
        try:
            draft = self.context.office.notices.draft(self.context.actor, self.asked())
        except FieldsMissing as missing:
            self.strip.say(say(missing), Mood.MUTE)
        except Refusal as refusal:
            self.strip.say(say(refusal), Mood.DANGER)
        else:
            due = draft.due_by
            self.strip.say(
                tr("Ready. F9 issues and prints it.")
                if due is None
                else tr("Ready. It has to hang by {time}; F9 issues and prints it.").format(time=show_time(due)),
                Mood.OK if due is None or due >= self.context.clock.now() else Mood.WARN,
            )

    def _make_actions(self) -> None:
        add = self.context.actions.add
        self._issue = add(
            f"{WRITING}.issue", tr("Issue and print"), ("F9", "Ctrl+P"), self._on_issue, context=WRITING, commits=True
        )
        self._leave = add(f"{WRITING}.back", tr("Back"), "Esc", self._on_back, context=WRITING)

    def _lay_out(self) -> None:
        head = column(self._title, self._about, space=2)
        choices = Form()
        choices.add(tr("Kind"), self.kind)
        choices.add(tr("Hangs at"), self.doors)
        self._choices = choices
        inside = column(head, 8, choices, self._place, None, space=4, margins=(24, 16, 20, 12))
        self._scrolling = Scrolling(inside)
        look = KeyButton(self.paper.segments.button(Side.POSTER).action_shown)
        self.show_when_folded(look)
        foot_box = column(space=0, margins=(24, 8, 20, 12))
        foot_box.addLayout(row(KeyButton(self._leave), look, None, KeyButton(self._issue, Kind.PRIMARY)))
        strip = column(self.strip, space=0, margins=(16, 4, 16, 4))
        self._left = QWidget()
        left = column(self._scrolling, strip, Rule(), foot_box, space=0)
        left.setStretchFactor(self._scrolling, 1)
        self._left.setLayout(left)
        self.lay_beside(self._left, self.paper)
        self.paper.looked_at.connect(lambda: self.work_in(second=True))

    def _kinds(self, asked: NewNotice) -> tuple[NoticeKind, ...]:
        return self.context.office.notice_templates.newest(asked.code).template.first_kinds

    def _begin(self, asked: NewNotice, kinds: tuple[NoticeKind, ...]) -> None:
        self._asked = asked
        self._template = self.context.office.notice_templates.newest(asked.code).template
        self._title.show_text(in_language(self._template.name))
        self._about.show_text(self._about_words(asked))
        self.kind.blockSignals(True)
        self.kind.offer([(tr(KINDS[kind]), kind) for kind in kinds])
        self.kind.set_value(asked.kind)
        self.kind.blockSignals(False)
        self._choices.show_row(self.kind, shown=len(kinds) > 1)
        offered = self._offered()
        self.doors.offer(offered)
        of_building = [
            at for at, (_, doors) in enumerate(offered) if doors and doors[0].building_id == asked.building_id
        ]
        self.doors.setCurrentIndex(of_building[0] if of_building and asked.building_id is not None else 0)
        self._show_form(asked)

    def _show_form(self, asked: NewNotice) -> None:
        assert self._template is not None
        if self.form is not None:
            self._place.removeWidget(self.form)
            self.form.deleteLater()
        self.form = NoticeForm(self._template, asked.kind, self.context.clock.now)
        self.form.fill(asked.values)
        self._place.addWidget(self.form)
        self.form.changed.connect(self._on_changed)
        self._begun_with = self.form.values()
        self.paper.draw()
        self.say_problem()

    def _on_kind(self, kind: NoticeKind) -> None:
        """The fields of another kind; what is typed already stays where both have it."""
        if self._asked is None or self.form is None or kind is self._asked.kind:
            return
        wanted = self._wanted or NoticeWanted(self._asked.code)
        typed = {name: text for name, text in self.form.values().items() if text != self._begun_with.get(name, "")}
        anew = self.context.office.notices.begin(wanted, kind)
        self._asked = replace(self._asked, kind=kind)
        self._show_form(replace(anew, values={**anew.values, **{k: v for k, v in typed.items() if k in anew.values}}))

    def _on_changed(self) -> None:
        self._draft.touch()
        self.paper.draw_soon()
        self._timer.start(_CHECK_AFTER)

    def _paper(self) -> NoticePaper:
        return self.context.office.notices.preview(self.asked())

    def _on_issue(self) -> None:
        if self.form is None or not self.form.check():
            self.say_problem()
            return
        try:
            notice_id = self.context.office.notices.issue(self.context.actor, self.asked())
        except Refusal as refusal:
            self.strip.say(say(refusal), Mood.DANGER)
            return
        self._tell_incident(notice_id)
        self._end()
        self.issued.emit(notice_id)

    def _tell_incident(self, notice_id: int) -> None:
        """The log of the incident that asked for it says so."""
        asked = self.context.office.notices.notice(notice_id)
        if asked.incident_id is None:
            return
        from app.incidents.running.entry import EntryKind  # noqa: PLC0415 - only where an incident asked
        from app.incidents.running.log_rows import Line  # noqa: PLC0415 - as above

        facts = {"notice": asked.number, "template": asked.code, "id": asked.id}
        step = "" if self._wanted is None else self._wanted.step
        line = Line(EntryKind.NOTICE, step, f"{asked.number} {asked.paper.title} {asked.paper.kind}".strip(), facts)
        try:
            self.context.office.incidents.tell(self.context.actor, asked.incident_id, line)
        except Refusal as refusal:  # the notice stands all the same
            self.context.messages.wrong(say(refusal))
        self.context.changes.announce("incidents", by=self)

    def _on_back(self) -> None:
        if self.folded and self.paper.isVisible():
            self.work_in(second=False)
            self.take_focus()
            return
        if self.may_leave():
            incident_id = None if self._asked is None else self._asked.incident_id
            self._end()
            self.left.emit(incident_id)

    def may_leave(self) -> bool:
        """Nothing is typed, or it may be lost."""
        if self.form is None or self._asked is None or self.form.values() == self._begun_with:
            return True
        text = tr("What is typed is lost; nothing has been issued.")
        return self.context.questions.confirm(tr("Leave this notice?"), text, tr("Yes, leave"))

    def _end(self) -> None:
        self._asked = None
        self._draft.drop()
        self._timer.stop()
        self.paper.rest()
        self.work_in(second=False)

    def _offer_before(self, doors: Sequence[Door]) -> None:
        """The places of the earlier notice, or those that were chosen before, first of all."""
        if doors:
            words = tr("The same {count} places as before").format(count=len(doors))
            self.doors.offer([(words, tuple(doors)), *self._offered()])
            self.doors.setCurrentIndex(0)

    def _begin_again(self, left: NoticeLeft) -> None:
        """The fields as they begin, and over them what was typed."""
        if left.follows is not None:
            self.follow(left.follows, left.kind)
        else:
            self.begin(left.wanted)
            self.kind.set_value(left.kind)
        assert self.form is not None
        self.form.fill({**self.form.values(), **left.values})
        self._offer_before(left.doors)

    def _kept(self) -> Mapping[str, object] | None:
        if self._asked is None or self.form is None or self.form.values() == self._begun_with:
            return None
        step = "" if self._wanted is None else self._wanted.step
        return NoticeLeft.of(self.asked(), step).to_facts()

    def _offered(self) -> list[tuple[str, Doors]]:
        return offered_doors(self.context.office.postings.doors())

    def _building(self) -> int | None:
        doors = self.doors.value() or ()
        buildings = {door.building_id for door in doors}
        if len(buildings) == 1:
            return buildings.pop()
        assert self._asked is not None
        return self._asked.building_id

    def _about_words(self, asked: NewNotice) -> str:
        if asked.follows is not None:
            earlier = self.context.office.notices.notice(asked.follows)
            return tr("{kind}, follows {number}").format(kind=tr(KINDS[asked.kind]), number=earlier.number)
        if asked.incident_id is not None:
            return tr("For the running incident; its log is told")
        return ""
