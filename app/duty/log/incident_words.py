"""How a running incident stands, as it is handed over: critical steps that are open, clocks, the last lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from app.incidents.running.hand_over import hand_over_page
from app.incidents.running.timers import TimerState
from app.incidents.running.view import IncidentView
from app.incidents.words.lines import line_kind, line_text

_LAST = 3


def standing_words(view: IncidentView, now: datetime) -> Iterator[str]:
    """What the next person must know, a line each, in the office's language."""
    page = hand_over_page(view, now)
    critical = [one.step.text.zh for one in page.open_steps if one.step.critical]
    if critical:
        yield f"▲ 关键步骤未做：{'；'.join(critical)}"
    else:
        yield "关键步骤都有交代"
    for timer in page.timers:
        due = "已到时" if timer.state is TimerState.DUE else "到时"
        yield f"计时：{timer.timer.text.zh}，{timer.due_at:%H:%M} {due}"
    for entry in page.last_lines[-_LAST:]:
        yield f"{entry.happened_at:%H:%M} {line_kind(entry).zh} {line_text(entry, view.plan).zh}".rstrip()
