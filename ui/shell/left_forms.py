"""What was typed into forms and not finished, durable in one draft of a person: by form and by what it is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.core.errors import Refusal, Trouble
from ui.sentences import say
from ui.shell.context import Context
from ui.shell.draft_keeper import UNFIT

if TYPE_CHECKING:
    from ui.widgets.typed_texts import Texts

_MOST = 30
"""Forms that are kept; of more the oldest go."""


@dataclass(frozen=True, slots=True)
class LeftForm:
    """The texts that differ from what the form began with; `is_open` until it was finished or left on purpose."""

    title: str
    texts: Texts
    at: datetime
    is_open: bool


class LeftForms:
    """The rows of one draft; nothing is written unless it changed, and never into a backup that is looked at."""

    def __init__(self, context: Context, draft: str) -> None:
        self._context, self._draft = context, draft
        self._kept: dict[str, LeftForm] = {}
        self._stored: Mapping[str, Any] | None = None

    def read(self) -> None:
        """Take up what is stored: an earlier run, or somebody's wish to be forgotten, may have changed it.

        What cannot be read just now is said, and keeps nobody from what is asked or shown.
        """
        try:
            stored = self._context.office.drafts.find(self._context.actor, self._draft)
        except Trouble as error:
            self._context.messages.wrong(say(error))
            return
        self._stored = None if stored is None else stored.content
        self._kept = _forms(self._stored)

    def find(self, key: str) -> LeftForm | None:
        """What was left in this form."""
        return self._kept.get(key)

    def told(self) -> list[str]:
        """The titles of those that were open when the program ended; after this they are so no more."""
        titles = [one.title for one in self._kept.values() if one.is_open]
        self._kept = {key: replace(one, is_open=False) for key, one in self._kept.items()}
        return titles

    def keep(self, key: str, title: str, texts: Texts, *, is_open: bool) -> None:
        """Let these texts stand there; `save` makes them durable."""
        before = self._kept.get(key)
        if before is not None and before.texts == texts:
            self._kept[key] = replace(before, is_open=is_open)
            return
        self._kept.pop(key, None)
        if texts:
            self._kept[key] = LeftForm(title, texts, self._context.clock.now(), is_open)

    def leave(self, key: str) -> None:
        """The form was left on purpose with what stands in it; `save` makes it durable."""
        if key in self._kept:
            self._kept[key] = replace(self._kept[key], is_open=False)

    def drop(self, key: str) -> None:
        """The form was finished; `save` makes it durable."""
        self._kept.pop(key, None)

    def save(self) -> None:
        """Write what has changed since; what fails is said and not tried again before the next change."""
        now = self._facts()
        if now == self._stored or self._context.office.store.is_looked_at:
            return
        drafts, by = self._context.office.drafts, self._context.actor
        try:
            stored = drafts.find(by, self._draft)
            self._take_in(_forms(None if stored is None else stored.content))
            now = self._facts()
            drafts.drop(by, self._draft) if now is None else drafts.save(by, self._draft, now)
        except (Refusal, Trouble) as error:
            self._context.messages.wrong(say(error))
        self._stored = now

    def _take_in(self, there: Mapping[str, LeftForm]) -> None:
        """What was changed from outside meanwhile stays so, but for what was changed here."""
        before = _forms(self._stored)
        if there != before:
            own = {key: one for key, one in self._kept.items() if one != before.get(key)}
            gone = before.keys() - self._kept.keys()
            self._kept = {key: one for key, one in there.items() if key not in gone} | own

    def _facts(self) -> Mapping[str, Any] | None:
        rows = [[key, one.title, one.texts, one.at.isoformat(), one.is_open] for key, one in self._kept.items()]
        return {"left": rows[-_MOST:]} if rows else None


def _forms(content: Mapping[str, Any] | None) -> dict[str, LeftForm]:
    try:
        rows = [] if content is None else content["left"]
        return {key: LeftForm(title, dict(texts), _moment(at), open_) for key, title, texts, at, open_ in rows}
    except UNFIT:
        return {}


def _moment(text: object) -> datetime:
    return datetime.fromisoformat(str(text))
