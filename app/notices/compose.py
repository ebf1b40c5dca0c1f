"""A template and what was filled in → the words of every paper of a notice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from app.core.show import show_time
from app.estate.office_facts import OfficeFacts
from app.notices.paper_facts import NoticePaper, PaperRow
from app.notices.templates.moments import length_words, moment_words, read_moment, short_words, when_lines
from app.notices.templates.template import KIND_WORDS, FieldKind, NoticeKind, Row, RowStyle, Template
from app.notices.templates.wording import ASIDE, fill, names_in

COMPUTED = ("number", "issued", "company", "centre", "estate", "length", "kind", "title")
"""Names that every template may use besides its fields."""

SHORT = "_short"
"""Behind the name of a moment: the hour alone where it is of the day on which all begins, else of the day of issue."""


@dataclass(frozen=True, slots=True)
class Filled:
    """What was filled in, and what it will be printed as beside it."""

    kind: NoticeKind
    values: Mapping[str, str]
    number: str
    issued_at: datetime
    office: OfficeFacts
    follows: str = ""


def compose(template: Template, filled: Filled) -> NoticePaper:
    """The words of poster, slips and message; what was not filled in leaves no gap."""
    words = _words(template, filled)
    kind = filled.kind
    return NoticePaper(
        number=filled.number,
        name=template.name.zh,
        kind=KIND_WORDS[kind],
        title=words["title"],
        slip_title=_joined(template.slip_titles.get(kind, template.titles[kind]), words),
        poster=_rows(template.poster, filled, words),
        slip=_rows(template.slip, filled, words),
        message=_message(template.messages.get(kind, ""), words),
        foot=_joined(template.foot, words),
        company=filled.office.company,
        centre=filled.office.service_centre or filled.office.company,
        issued=show_time(filled.issued_at),
        follows=filled.follows,
    )


def as_drill(paper: NoticePaper) -> NoticePaper:
    """The same papers with the word for a drill on each of them."""
    return replace(
        paper,
        kind=f"演练  {paper.kind}".strip(),
        slip_title=f"演练：{paper.slip_title}",
        message=f"【演练】{paper.message}",
        foot="这是演练，不影响您的生活",
    )


def _words(template: Template, filled: Filled) -> dict[str, str]:
    """Every name that a text may use, with its words."""
    values, day, kind = filled.values, filled.issued_at.date(), filled.kind
    words = {
        "number": filled.number,
        "issued": show_time(filled.issued_at),
        "company": filled.office.company,
        "centre": filled.office.service_centre,
        "estate": filled.office.estate,
        "kind": KIND_WORDS[kind],
        "length": length_words(read_moment(values, "from"), read_moment(values, "to")),
    }
    begins = read_moment(values, "from")
    first = day if begins is None else begins.date()
    for field in template.fields_of(kind):
        if field.kind is FieldKind.MOMENT:
            moment = read_moment(values, field.id)
            words[field.id] = "" if moment is None else moment_words(moment)
            words[field.id + SHORT] = "" if moment is None else short_words(moment, first if field.id == "to" else day)
        else:
            said = words[field.id] = values.get(field.id, "").strip()
            words[field.id + ASIDE] = f"（{said}）" if said else ""
    words["title"] = _joined(template.titles[kind], words)
    return words


def _rows(rows: tuple[Row, ...], filled: Filled, words: Mapping[str, str]) -> tuple[PaperRow, ...]:
    made = (_row(row, filled, words) for row in rows if row.serves(filled.kind))
    return tuple(row for row in made if row.lines)


def _row(row: Row, filled: Filled, words: Mapping[str, str]) -> PaperRow:
    if row.style is RowStyle.WHEN:
        begins = read_moment(filled.values, row.begins)
        if begins is None:
            return PaperRow(row.label, row.style, ())
        lines, length = when_lines(begins, read_moment(filled.values, row.ends))
        return PaperRow(row.label, row.style, lines, _joined(row.aside, words) or length)
    below = _said(row.below, words)
    return PaperRow(row.label, row.style, _said(row.text, words), _joined(row.aside, words), below)


def _said(text: str, words: Mapping[str, str]) -> tuple[str, ...]:
    """The lines that say something; an empty line parts paragraphs only between two of them."""
    lines = list(fill(text, words)) if text else []
    while lines and not lines[-1].strip():
        lines.pop()
    while lines and not lines[0].strip():
        lines.pop(0)
    return tuple(lines)


def _message(text: str, words: Mapping[str, str]) -> str:
    """Inside a sentence several lines become one; at the end of a line they stay."""
    inside = {name: "、".join(line.removeprefix("!") for line in word.split("\n")) for name, word in words.items()}
    said: list[str] = []
    for line in text.strip().split("\n"):
        last = names_in(line)[-1:]
        ends = {name: words[name] for name in last if line.endswith("{" + name + "}")}
        said += fill(line, inside | ends)
    return "\n".join(said)


def _joined(text: str, words: Mapping[str, str]) -> str:
    return " ".join(_said(text, words)).strip()
