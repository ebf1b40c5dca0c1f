"""The form of a post: what it is called, who holds it, who stands in."""

from __future__ import annotations

from app.core.language import mark, tr
from app.incidents.contacts.refusals import CallNumberUnreadable
from app.incidents.organisation.post import Post, PostFacts, PostGroup
from app.incidents.organisation.refusals import PostNeedsName
from ui.shell.context import Context
from ui.widgets.choice_field import ChoiceField
from ui.widgets.edit_panel import EditPanel
from ui.widgets.line_field import LineField

GROUPS = {
    PostGroup.COMMAND: mark("Command group"),
    PostGroup.TEAM: mark("Teams"),
    PostGroup.REPORTING: mark("Reporting line"),
}


class PostPanel(EditPanel[str]):
    """Answers the post's name once it is written."""

    def __init__(self, context: Context, post: Post | None, group: PostGroup = PostGroup.COMMAND) -> None:
        super().__init__(tr("New post") if post is None else post.facts.post, self._keep)
        self._context = context
        self._post = post
        facts = PostFacts(group, "") if post is None else post.facts
        offered = [(tr(words), one) for one, words in GROUPS.items()]
        self.group: ChoiceField[PostGroup] = ChoiceField(tr("Group"), offered)
        self.group.set_value(facts.group)
        self.post, self.person, self.phone = LineField(), LineField(), LineField()
        self.deputy, self.second = LineField(), LineField()
        self.form.add(tr("Post"), self.post)
        self.form.add(tr("Held by"), self.person)
        self.form.add(tr("Telephone"), self.phone)
        self.form.add(tr("Deputy"), self.deputy)
        self.form.add(tr("Deputy's telephone"), self.second)
        self.form.add(tr("Group"), self.group)
        self.place(self.post, PostNeedsName)
        self.place(self.phone, CallNumberUnreadable)
        texts = (facts.post, facts.person, facts.phone, facts.deputy, facts.deputy_phone)
        for field, text in zip(self._fields(), texts, strict=True):
            field.setText(text)
        self.step_through(*self._fields(), self.group)

    def _fields(self) -> tuple[LineField, ...]:
        return self.post, self.person, self.phone, self.deputy, self.second

    def _keep(self) -> str | None:
        group = self.group.value()
        if group is None:
            return None
        organisation, by = self._context.office.organisation, self._context.actor
        facts = PostFacts(group, *(field.text() for field in self._fields()))
        if self._post is None:
            organisation.add(by, facts)
        else:
            organisation.change(by, self._post.id, facts)
        return facts.post.strip()
