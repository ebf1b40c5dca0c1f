"""The plan → the text of its file, always the same for the same plan, so that versions can be laid side by side."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from app.incidents.plans.plan import Ask, Both, Branch, Hiding, Link, Page, Plan, Step, Timer


def plan_text(plan: Plan) -> str:
    """The file that `read_plan` reads as this plan again."""
    parts = [_head(plan), *map(_timer, plan.timers)]
    for page in plan.pages:
        parts += [_page(page), *map(_step, page.steps)]
    parts += [f"[[after]]\ntext = {_both(text)}" for text in plan.after]
    return "\n\n".join(parts) + "\n"


def _head(plan: Plan) -> str:
    lines = [
        f"code = {_text(plan.code)}",
        f"version = {plan.version}",
        f"dated = {plan.dated.isoformat()}",
        f"review_months = {plan.review_months}",
        *(() if plan.digit is None else (f"digit = {plan.digit}",)),
        f"letters = {_text(plan.letters)}",
        f"kind = {_text(plan.kind)}",
        f"severity = {_text(plan.severity)}",
        f"name = {_both(plan.name)}",
        f"use_when = {_both(plan.use_when)}",
        f"place = {_text(plan.place)}",
        f"roles = {_words(plan.roles)}",
        f"contacts = {_words(plan.contacts)}",
        f"never = {_rows(map(_both, plan.never))}",
        f"basis = {_words(plan.basis)}",
        *(() if plan.pages else ("page = []",)),
    ]
    return "\n".join(lines)


def _timer(timer: Timer) -> str:
    lines = [
        "[[timer]]",
        f"id = {_text(timer.id)}",
        f"{'every' if timer.repeats else 'minutes'} = {timer.minutes}",
        f"starts = {_text(timer.starts)}",
        *(() if timer.ends is None else (f"ends = {_text(timer.ends)}",)),
        f"text = {_both(timer.text)}",
        f"when_due = {_both(timer.when_due)}",
    ]
    return "\n".join(lines)


def _page(page: Page) -> str:
    lines = [
        "[[page]]",
        f"id = {_text(page.id)}",
        f"title = {_both(page.title)}",
        *(("opened_by_answer = true",) if page.opened_by_answer else ()),
        *(() if page.steps else ("step = []",)),
    ]
    return "\n".join(lines)


def _step(step: Step) -> str:
    lines = [
        "[[page.step]]",
        f"id = {_text(step.id)}",
        f"text = {_both(step.text)}",
        *(() if step.detail is None else (f"detail = {_both(step.detail)}",)),
        f"role = {_text(step.role)}",
        *(("critical = true",) if step.critical else ()),
        *(() if step.target_minutes is None else (f"target_minutes = {step.target_minutes}",)),
        *(() if step.contact is None else (f"contact = {_text(step.contact)}",)),
        *(() if step.notice is None else (f"notice = {_text(step.notice)}",)),
        *_listed("ask", map(_ask, step.asks)),
        *_listed("opens", map(_opens, step.opens)),
        *_listed("starts", map(_starts, step.starts)),
        *_listed("hidden_by", map(_hidden, step.hidden_by)),
        *(("outage = true",) if step.outage else ()),
    ]
    return "\n".join(lines)


def _ask(ask: Ask) -> str:
    unit = "" if ask.unit is None else f", unit = {_both(ask.unit)}"
    options = [f"    {{ id = {_text(one.id)}, {_sides(one.text)} }},\n" for one in ask.options]
    choice = f", options = [\n    {'    '.join(options)}    ]" if options else ""
    return f"{{ id = {_text(ask.id)}, kind = {_text(ask.kind)}, text = {_both(ask.text)}{unit}{choice} }}"


def _opens(branch: Branch) -> str:
    return f"{{ ask = {_text(branch.ask)}, is = {_words(branch.answers)}, page = {_text(branch.page)} }}"


def _starts(link: Link) -> str:
    return f"{{ ask = {_text(link.ask)}, is = {_words(link.answers)}, plan = {_text(link.plan)} }}"


def _hidden(hiding: Hiding) -> str:
    return f"{{ ask = {_text(hiding.ask)}, is = {_words(hiding.answers)} }}"


def _listed(key: str, rows: Iterable[str]) -> Iterator[str]:
    written = list(rows)
    if written:
        yield f"{key} = {_rows(written)}"


def _rows(rows: Iterable[str]) -> str:
    """One row a line, so that a difference shows the row and not the list."""
    written = [f"    {row},\n" for row in rows]
    return f"[\n{''.join(written)}]" if written else "[]"


def _words(words: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, words))}]"


def _both(both: Both) -> str:
    return f"{{ {_sides(both)} }}"


def _sides(both: Both) -> str:
    return f"zh = {_text(both.zh)}, en = {_text(both.en)}"


def _text(text: str) -> str:
    """A TOML string; its escapes are those of JSON, which leaves only DEL as it is."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
