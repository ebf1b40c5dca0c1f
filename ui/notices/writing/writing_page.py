"""A notice is filled in: fields at the left, the paper at the right, what is wrong with it in words below."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal

from app.core.errors import Refusal
from app.core.language import tr
from app.core.show import show_time
from app.notices.asked import Door, NewNotice, NoticeWanted
from app.notices.refusals import FieldsMissing
from app.notices.templates.template import NoticeKind
from ui.notices.beside import BesidePage
from ui.notices.check_strip import CheckStrip
from ui.notices.form_side import FormSide
from ui.notices.keys import WRITING
from ui.notices.writing.left_notice import NoticeLeft
from ui.notices.writing.notice_form import NoticeForm
from ui.notices.writing.notice_head import NoticeHead
from ui.notices.writing.notice_in_hand import NoticeInHand, begun, following, of_kind
from ui.notices.writing.paper_side import PaperSide, Side
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.draft_keeper import UNFIT, DraftKeeper
from ui.widgets.chip import Mood
from ui.widgets.key_button import KeyButton, Kind
from ui.widgets.surface import row


class WritingPage(BesidePage):
    """`issued` gives the id of the new notice; `left` comes when nothing was issued, with the incident or None."""

    issued = Signal(int)
    left = Signal(object)

    def __init__(self, context: Context) -> None:
        super().__init__(context, WRITING, tr("A notice is written"))
        self._hand: NoticeInHand | None = None
        self.form: NoticeForm | None = None
        self.head = NoticeHead(context)
        self.strip = CheckStrip(self._verdict)
        self._drafts = tuple(
            DraftKeeper(context.office.drafts, context.actor, form, self._kept, self)
            for form in (WRITING, f"{WRITING}.incident")  # an incident waits for nothing that was left half written
        )
        self._make_actions()
        self.paper = PaperSide(context, WRITING, lambda: context.office.notices.preview(self.asked()))
        self._lay_out()
        self.head.kind.chosen.connect(self._on_kind)

    def begin(self, wanted: NoticeWanted) -> None:
        """A new notice with what office and incident know. Raises TemplateUnknown."""
        self._begin(begun(self.context.office, wanted))

    def follow(self, notice_id: int, kind: NoticeKind) -> None:
        """A notice that follows an earlier one. Raises NoticeUnknown, NoticeCalledOff."""
        self._begin(following(self.context.office, notice_id, kind))
        places = self.context.office.postings.of(notice_id)
        self.head.doors.offer_before([Door(one.place, one.building_id) for one in places if not one.message])

    def resume(self) -> bool:
        """Go on with what an earlier run left half written; whether there is anything."""
        return any(self._goes_on(draft) for draft in reversed(self._drafts))

    def keep_draft(self) -> None:
        """Save what is half written."""
        if self._hand is not None:
            self._draft.flush()

    def take_focus(self) -> None:
        if self.form is not None:
            self.form.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def asked(self) -> NewNotice:
        """What would be issued as it stands."""
        assert self._hand is not None
        assert self.form is not None
        begun_with, doors = self._hand.asked, self.head.doors
        values, building = self.form.values(), doors.building()
        return replace(
            begun_with,
            values=values,
            place=values.get("place") or begun_with.place,
            building_id=begun_with.building_id if building is None else building,
            doors=doors.doors(),
        )

    def may_leave(self) -> bool:
        """Nothing is typed, or it may be lost."""
        if not self._is_typed():
            return True
        text = tr("What is typed is lost; nothing has been issued.")
        return self.context.questions.confirm(tr("Leave this notice?"), text, tr("Yes, leave"))

    @property
    def _draft(self) -> DraftKeeper:
        assert self._hand is not None
        return self._drafts[self._hand.asked.incident_id is not None]

    def _make_actions(self) -> None:
        add = self.context.actions.add
        self._issue = add(
            f"{WRITING}.issue", tr("Issue and print"), ("F9", "Ctrl+P"), self._on_issue, context=WRITING, commits=True
        )
        self._leave = add(f"{WRITING}.back", tr("Back"), "Esc", self._on_back, context=WRITING)

    def _lay_out(self) -> None:
        look = KeyButton(self.paper.segments.button(Side.POSTER).action_shown)
        self.show_when_folded(look)
        foot = row(KeyButton(self._leave), look, None, KeyButton(self._issue, Kind.PRIMARY))
        self._side = FormSide(self.head, self.strip, foot)
        self.lay_beside(self._side, self.paper)
        self.paper.looked_at.connect(lambda: self.work_in(second=True))

    def _begin(self, hand: NoticeInHand) -> None:
        if self._hand is not None:
            self._draft.drop()
        self._hand = hand
        self.head.show_notice(hand)
        self._show_form(hand, {})

    def _show_form(self, hand: NoticeInHand, typed: Mapping[str, str]) -> None:
        self.form = NoticeForm(hand.template, hand.asked.kind, self.context.clock.now)
        self.form.begin(hand.asked.values)
        self.form.type_over(typed)
        self._side.put(self.form)
        self.form.changed.connect(self._on_changed)
        self.paper.draw()
        self.strip.check()

    def _verdict(self) -> tuple[str, Mood]:
        """What is still missing, or by when it has to hang. Raises what keeps it from being issued."""
        try:
            draft = self.context.office.notices.draft(self.context.actor, self.asked())
        except FieldsMissing as missing:
            return say(missing), Mood.MUTE
        due = draft.due_by
        if due is None:
            return tr("Ready. F9 issues and prints it."), Mood.OK
        words = tr("Ready. It has to hang by {time}; F9 issues and prints it.").format(time=show_time(due))
        return words, Mood.OK if due >= self.context.clock.now() else Mood.WARN

    def _on_kind(self, kind: NoticeKind) -> None:
        """The fields of another kind; what is typed already stays where both have it."""
        if self._hand is None or self.form is None or kind is self._hand.asked.kind:
            return
        self._hand = of_kind(self.context.office, self._hand, kind)
        self._show_form(self._hand, self.form.typed())

    def _on_changed(self) -> None:
        self._draft.touch()
        self.paper.draw_soon()
        self.strip.check_soon()

    def _on_issue(self) -> None:
        if self._hand is None or self.form is None or not self.form.check():
            self.strip.check()
            return
        try:
            notice_id = self.context.office.notices.issue(self.context.actor, self.asked())
        except Refusal as refusal:
            self.strip.refuse(refusal)
            return
        self._tell_incident(notice_id, self._hand.step)
        self._end()
        self.issued.emit(notice_id)

    def _tell_incident(self, notice_id: int, step: str) -> None:
        notice = self.context.office.notices.notice(notice_id)
        if notice.incident_id is not None:
            from ui.notices.writing.tell_incident import tell_incident  # noqa: PLC0415 - only where an incident asked

            tell_incident(self.context, notice.incident_id, notice, step, by=self)

    def _on_back(self) -> None:
        if self.folded and self.paper.isVisible():
            self.work_in(second=False)
            self.take_focus()
            return
        if self.may_leave():
            incident_id = None if self._hand is None else self._hand.asked.incident_id
            self._end()
            self.left.emit(incident_id)

    def _end(self) -> None:
        self._draft.drop()
        self._hand = None
        self.strip.rest()
        self.paper.rest()
        self.work_in(second=False)

    def _goes_on(self, draft: DraftKeeper) -> bool:
        left = draft.found()
        if left is None:
            return False
        try:
            self._begin_again(NoticeLeft.from_facts(left))
        except (Refusal, *UNFIT):  # what it followed was called off meanwhile, its template is gone or was another one
            draft.drop()
            return False
        return True

    def _begin_again(self, left: NoticeLeft) -> None:
        """The fields as they begin, and over them what was typed."""
        if left.follows is not None:
            self.follow(left.follows, left.kind)
        else:
            self.begin(left.wanted)
            self.head.kind.set_value(left.kind)
        assert self.form is not None
        self.form.type_over(left.values)
        self.head.doors.offer_before(left.doors)

    def _is_typed(self) -> bool:
        return self._hand is not None and self.form is not None and bool(self.form.typed())

    def _kept(self) -> Mapping[str, object] | None:
        if self._hand is None or not self._is_typed():
            return None
        return NoticeLeft.of(self.asked(), self._hand.step).to_facts()
