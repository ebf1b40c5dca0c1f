"""The templates of the office: in use, by version, changed by whoever may, tried before they are kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from app.access import audit
from app.access.actor import Actor, Approval
from app.access.permissions import Permission
from app.core.clock import Clock
from app.estate.office_facts import read_office_facts
from app.notices.checks.template_checks import check_template
from app.notices.compose import Filled, compose
from app.notices.kept_templates.template_rows import (
    OWN,
    KeptTemplate,
    in_use,
    kept,
    newest_template,
    plant_templates,
    versions,
    write_version,
)
from app.notices.number import SERIALS, notice_number
from app.notices.paper_facts import NoticePaper
from app.notices.refusals import TemplateUnchanged
from app.notices.tables import notice_template
from app.notices.templates.example import example_values
from app.notices.templates.read_template import read_template
from app.notices.templates.shipped import CODES
from app.notices.templates.template import NoticeKind, Template
from app.store.store import Store


class NoticeTemplates:
    """A notice keeps its own words: a new version changes nothing that was issued before."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def plant(self) -> None:
        """Begin with the shipped templates where the office has none of a code."""
        with self._store.transaction() as connection:
            plant_templates(connection, self._clock.now())

    def in_use(self) -> tuple[KeptTemplate, ...]:
        """Every template in use, in the order of the shipped ones."""
        with self._store.reading() as connection:
            found = [kept(row) for row in connection.execute(in_use())]
        order = {code: at for at, code in enumerate(CODES)}
        return tuple(sorted(found, key=lambda one: (order.get(one.template.code, len(order)), one.template.code)))

    def newest(self, code: str) -> KeptTemplate:
        """The version in use. Raises TemplateUnknown."""
        with self._store.reading() as connection:
            return newest_template(connection, code)

    def history(self, code: str) -> tuple[KeptTemplate, ...]:
        """Every version of a template, the newest first."""
        asked = versions().where(notice_template.c.code == code).order_by(notice_template.c.version.desc())
        with self._store.reading() as connection:
            return tuple(kept(row) for row in connection.execute(asked))

    def tried(self, code: str, document: Mapping[str, Any], kind: NoticeKind) -> NoticePaper:
        """The papers of a changed template with something filled in everywhere; nothing is kept.

        Raises TemplateBroken, PressesForFees.
        """
        template = checked(code, document)
        with self._store.reading() as connection:
            return _example(connection, template, kind, self._clock.now())

    def save(self, by: Actor, code: str, document: Mapping[str, Any], approval: Approval | None = None) -> KeptTemplate:
        """Keep a changed template as the version in use.

        Raises NotPermitted, TemplateUnknown, TemplateBroken, PressesForFees, TemplateUnchanged.
        """
        approved = by.require(Permission.MANAGE_NOTICES, approval)
        template = checked(code, document)
        with self._store.transaction() as connection:
            before = newest_template(connection, code)
            if dict(before.document) == dict(document):
                raise TemplateUnchanged(template.name.zh)
            now = self._clock.now()
            write_version(connection, code, before.version + 1, OWN, document, now, by.id)
            facts = {"code": code, "version": before.version + 1, "approval": approved}
            audit.record(connection, "change_notice_template", template.name.zh, facts, now, by.id)
            return newest_template(connection, code)


def checked(code: str, document: Mapping[str, Any]) -> Template:
    """The template of a document that keeps to every rule. Raises TemplateBroken, PressesForFees."""
    template = read_template(code, document)
    check_template(template)
    return template


def _example(connection: Connection, template: Template, kind: NoticeKind, now: datetime) -> NoticePaper:
    office = read_office_facts(connection)
    number = notice_number(now.year * SERIALS)
    return compose(template, Filled(kind, example_values(template, kind, now, office.telephone), number, now, office))
