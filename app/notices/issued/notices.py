"""Issuing notices: tried first, numbered, their words copied; called off, moved to another time, or restored."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection

from app.access.actor import Actor
from app.access.permissions import Permission
from app.core.clock import Clock
from app.estate.office_facts import OfficeFacts, read_office_facts
from app.notices.asked import NewNotice, NoticeWanted
from app.notices.checks.field_checks import check_values
from app.notices.checks.pressing import check_pressing
from app.notices.checks.private import check_private
from app.notices.compose import Filled, as_drill, compose
from app.notices.due import due_by, ends_at
from app.notices.issued.notice_rows import (
    IssuedNotice,
    Written,
    next_number,
    read_notice,
    read_notices,
    seen_ids,
    write_notice,
)
from app.notices.issued.residents import read_private
from app.notices.issued.standing import DONE, Standing
from app.notices.kept_templates.template_rows import newest_template
from app.notices.kept_templates.templates import NoticeTemplates
from app.notices.number import notice_number
from app.notices.paper_facts import NoticePaper
from app.notices.postings.posting_rows import write_places
from app.notices.refusals import CallingOffNeedsReason, FollowsAnother, NoticeCalledOff
from app.notices.tables import notice
from app.notices.templates.moments import kept_moment, read_moment, when_lines
from app.notices.templates.template import FIRST_KINDS, NoticeKind, Source, Template
from app.store.store import Store

_MOST = 1_000  # some years of an office; older ones are seen while something of them hangs
_ORDER = {standing: at for at, standing in enumerate(Standing)}


@dataclass(frozen=True, slots=True)
class Draft:
    """What would be issued: its words, by when it has to hang, and when it comes down."""

    paper: NoticePaper
    due_by: datetime | None
    ends_at: datetime | None


class Notices:
    """What was issued is never edited: a wrong notice is called off and issued anew."""

    def __init__(self, store: Store, clock: Clock, templates: NoticeTemplates) -> None:
        self._store = store
        self._clock = clock
        self._templates = templates

    def begin(self, wanted: NoticeWanted, kind: NoticeKind | None = None) -> NewNotice:
        """The fields of a new notice as far as office and incident know them. Raises TemplateUnknown."""
        with self._store.reading() as connection:
            template = newest_template(connection, wanted.code).template
            office = read_office_facts(connection)
        chosen = kind or _first_kind(template, wanted)
        values = _first_values(template, chosen, wanted, office)
        return NewNotice(
            wanted.code,
            chosen,
            values,
            wanted.place,
            wanted.building_id,
            incident_id=wanted.incident_id,
            is_drill=wanted.is_drill,
        )

    def follow(self, notice_id: int, kind: NoticeKind) -> NewNotice:
        """The fields of a notice that follows an earlier one: put off, or over.

        Raises NoticeUnknown, NoticeCalledOff.
        """
        now = self._clock.now()
        with self._store.reading() as connection:
            earlier = read_notice(connection, notice_id, now)
            _must_stand(earlier)
            template = newest_template(connection, earlier.code).template
            office = read_office_facts(connection)
        wanted = NoticeWanted(earlier.code, earlier.place, earlier.building_id, now, earlier.incident_id)
        values = _first_values(template, kind, wanted, office) | _carried(template, kind, earlier)
        return NewNotice(
            earlier.code,
            kind,
            values,
            earlier.place,
            earlier.building_id,
            follows=earlier.id,
            incident_id=earlier.incident_id,
            is_drill=earlier.is_drill,
        )

    def draft(self, by: Actor, asked: NewNotice) -> Draft:
        """What would be issued; nothing is kept. Raises as `issue` does."""
        by.require(Permission.ISSUE_NOTICE)
        with self._store.reading() as connection:
            return self._drafted(connection, asked)[0]

    def preview(self, asked: NewNotice) -> NoticePaper:
        """The papers as far as they are filled in, whether or not they may be issued. Raises TemplateUnknown."""
        now = self._clock.now()
        with self._store.reading() as connection:
            template = newest_template(connection, asked.code).template
            return self._composed(connection, template, asked, now)

    def issue(self, by: Actor, asked: NewNotice) -> int:
        """Number a notice and copy its words; its id.

        Raises NotPermitted, TemplateUnknown, KindUnknown, FieldUnknown, FieldUnreadable, EndsBeforeItBegins,
        FieldsMissing, PressesForFees, NamesAPerson, FollowsAnother, NoticeUnknown, NoticeCalledOff.
        """
        by.require(Permission.ISSUE_NOTICE)
        with self._store.transaction() as connection:
            now = self._clock.now()
            draft, template_id, number = self._drafted(connection, asked)
            written = Written(template_id, number, asked, draft.paper, draft.due_by, draft.ends_at)
            notice_id = write_notice(connection, written, now, by.id)
            write_places(connection, notice_id, asked.doors, now, by.id)
            return notice_id

    def call_off(self, by: Actor, notice_id: int, reason: str) -> IssuedNotice:
        """A notice that is wrong or no longer holds; what hangs has to come down.

        Raises NotPermitted, NoticeUnknown, NoticeCalledOff, CallingOffNeedsReason.
        """
        by.require(Permission.ISSUE_NOTICE)
        now = self._clock.now()
        with self._store.transaction() as connection:
            found = read_notice(connection, notice_id, now)
            _must_stand(found)
            if not reason.strip():
                raise CallingOffNeedsReason(found.number)
            values = {"called_off_at": now, "called_off_by": by.id, "called_off_for": reason.strip()}
            connection.execute(notice.update().where(notice.c.id == notice_id).values(**values))
            return read_notice(connection, notice_id, now)

    def notice(self, notice_id: int) -> IssuedNotice:
        """One notice. Raises NoticeUnknown."""
        with self._store.reading() as connection:
            return read_notice(connection, notice_id, self._clock.now())

    def all(self) -> tuple[IssuedNotice, ...]:
        """The newest notices and all that hang: what is late first, what is over last."""
        with self._store.reading() as connection:
            found = read_notices(connection, self._clock.now(), seen_ids(connection, _MOST))
        return tuple(sorted(found, key=_urgency))

    def at_work(self) -> tuple[IssuedNotice, ...]:
        """The notices of which something hangs or is to be done."""
        return tuple(one for one in self.all() if one.standing not in DONE)

    def _drafted(self, connection: Connection, asked: NewNotice) -> tuple[Draft, int, int]:
        now = self._clock.now()
        held = newest_template(connection, asked.code)
        template, values = held.template, asked.values
        _check_order(connection, template, asked, now)
        check_values(template, asked.kind, values)
        paper = self._composed(connection, template, asked, now)
        check_pressing(paper.texts)
        check_private((*paper.texts, asked.place), read_private(connection))
        draft = Draft(paper, due_by(template, asked.kind, values), ends_at(template, asked.kind, values, now))
        return draft, held.id, next_number(connection, now.year)

    def _composed(self, connection: Connection, template: Template, asked: NewNotice, now: datetime) -> NoticePaper:
        number = notice_number(next_number(connection, now.year))
        earlier = "" if asked.follows is None else read_notice(connection, asked.follows, now).number
        office = read_office_facts(connection)
        filled = Filled(asked.kind, asked.values, number, now, office, earlier)
        paper = compose(template, filled)
        return as_drill(paper) if asked.is_drill else paper


def _urgency(one: IssuedNotice) -> tuple[int, bool, datetime]:
    """Of those to be posted the soonest first, of the others the newest kept in front."""
    due = one.times.due_by
    return _ORDER[one.standing], due is None, due or one.at


def _check_order(connection: Connection, template: Template, asked: NewNotice, now: datetime) -> None:
    if asked.follows is None:
        if asked.kind in template.later_kinds:
            raise FollowsAnother(asked.kind)
        return
    earlier = read_notice(connection, asked.follows, now)
    _must_stand(earlier)
    if earlier.code != asked.code or asked.kind in FIRST_KINDS:
        raise FollowsAnother(asked.kind)


def _must_stand(found: IssuedNotice) -> None:
    if found.times.called_off_at is not None:
        raise NoticeCalledOff(found.number, found.times.called_off_at)


def _first_kind(template: Template, wanted: NoticeWanted) -> NoticeKind:
    """What an incident tells of was not planned, where the template knows both."""
    kinds = template.first_kinds
    return NoticeKind.SUDDEN if wanted.incident_id is not None and NoticeKind.SUDDEN in kinds else kinds[0]


def _first_values(template: Template, kind: NoticeKind, wanted: NoticeWanted, office: OfficeFacts) -> dict[str, str]:
    known = {
        Source.TELEPHONE: office.telephone,
        Source.PLACE: wanted.place,
        Source.BEGAN: "" if wanted.began is None else kept_moment(wanted.began),
    }
    values = {
        field.id: (known[field.source] if field.source else "") or field.usual_for(kind).strip("\n")
        for field in template.fields_of(kind)
    }
    return values | {name: text for name, text in wanted.values.items() if name in values}


def _carried(template: Template, kind: NoticeKind, earlier: IssuedNotice) -> dict[str, str]:
    """What the earlier notice said of the same fields; its time stands as what was announced before."""
    keeps = {field.id for field in template.fields_of(kind)} - {"steps", "subject", "body", "next_news"}
    carried = {name: text for name, text in earlier.values.items() if name in keeps and text}
    begins = read_moment(earlier.values, "from")
    if begins is not None and "was" in keeps:
        lines, _ = when_lines(begins, read_moment(earlier.values, "to"))
        carried["was"] = " ".join(" ".join(lines).split())
    return carried
