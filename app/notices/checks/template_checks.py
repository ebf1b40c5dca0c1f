"""What a template must keep to before anything is filled in: known fields, no code, nothing that presses for fees."""

from __future__ import annotations

from collections.abc import Iterator

from app.notices.checks.pressing import check_pressing
from app.notices.compose import COMPUTED, SHORT
from app.notices.refusals import TemplateBroken, TemplateFault
from app.notices.templates.template import FieldKind, Row, RowStyle, Template
from app.notices.templates.wording import ASIDE, code_in, names_in


def check_template(template: Template) -> None:
    """Raises TemplateBroken with what is wrong and where, and PressesForFees."""
    _check_form(template)
    known = _known(template)
    for place, text in texts_of(template):
        code = code_in(text)
        if code:
            raise TemplateBroken(template.code, place, TemplateFault.CODE, code)
        for name in names_in(text):
            if name not in known:
                raise TemplateBroken(template.code, place, TemplateFault.UNKNOWN_FIELD, name)
    check_pressing([text for _, text in texts_of(template)])
    _check_moments(template)
    _check_shown(template)


def texts_of(template: Template) -> Iterator[tuple[str, str]]:
    """Every text that is filled in, with its place."""
    for key, texts in (
        ("title", template.titles),
        ("slip_title", template.slip_titles),
        ("message", template.messages),
    ):
        yield from ((f"{key} ({kind})", text) for kind, text in texts.items())
    for key, rows in (("poster", template.poster), ("slip", template.slip)):
        for at, row in enumerate(rows, 1):
            yield from ((f"{key} {at}", text) for text in (row.label, row.text, row.aside, row.below))
    yield "foot", template.foot
    for field in template.fields:
        yield from ((f"field ({field.id})", text) for text in (field.usual or {}).values())


def _known(template: Template) -> set[str]:
    moments = (field.id + SHORT for field in template.fields if field.kind is FieldKind.MOMENT)
    others = (field.id + ASIDE for field in template.fields if field.kind is not FieldKind.MOMENT)
    return {*(field.id for field in template.fields), *moments, *others, *COMPUTED}


def _check_form(template: Template) -> None:
    code, seen = template.code, set[str]()
    if not template.first_kinds:
        raise TemplateBroken(code, "", TemplateFault.NO_KIND, "kinds")
    for kind in template.kinds:
        if kind not in template.titles:
            raise TemplateBroken(code, "title", TemplateFault.NO_TITLE, kind)
    for field in template.fields:
        if field.id in seen or field.id in COMPUTED:
            raise TemplateBroken(code, "field", TemplateFault.SAME_FIELD, field.id)
        seen.add(field.id)


def _check_moments(template: Template) -> None:
    moments = {field.id for field in template.fields if field.kind is FieldKind.MOMENT}
    for row in (*template.poster, *template.slip):
        named = [name for name in (row.begins, row.ends) if name]
        wrong = [name for name in named if name not in moments]
        if wrong or (row.style is RowStyle.WHEN and not row.begins):
            raise TemplateBroken(template.code, row.label, TemplateFault.UNKNOWN_FIELD, (wrong or ["begins"])[0])


def _check_shown(template: Template) -> None:
    """What must be filled in has to stand on the poster."""
    shown = {name.removesuffix(SHORT).removesuffix(ASIDE) for row in template.poster for name in _named(row)}
    shown.update(name for text in template.titles.values() for name in names_in(text))
    for field in template.fields:
        if field.required and field.id not in shown:
            raise TemplateBroken(template.code, "poster", TemplateFault.FIELD_NOWHERE, field.id)


def _named(row: Row) -> tuple[str, ...]:
    texts = (row.text, row.aside, row.below)
    return (row.begins, row.ends, *(name for text in texts for name in names_in(text)))
