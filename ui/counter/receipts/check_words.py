"""What was found out about a paper, in a word with its icon, and in a sentence that says what to do."""

from __future__ import annotations

from app.core.language import mark, tr, tr_n
from app.core.money import NOTHING
from app.core.show import show_money
from app.counter.books.kinds import FATE_NAMES
from app.counter.receipts.receipt_check import Checked, Verdict
from ui.widgets.chip import Mood
from ui.widgets.columns import State

_WORDS: dict[Verdict, tuple[str, str, Mood]] = {
    Verdict.GENUINE: (mark("Genuine"), "circle-check", Mood.OK),
    Verdict.VOIDED: (mark("Genuine, but voided"), "ban", Mood.WARN),
    Verdict.REVERSED: (mark("Genuine, but the money never arrived"), "ban", Mood.WARN),
    Verdict.REFUNDED: (mark("Genuine, paid back"), "undo-2", Mood.WARN),
    Verdict.FALSE: (mark("NOT OURS, OR ALTERED"), "circle-x", Mood.DANGER),
    Verdict.UNKNOWN: (mark("UNKNOWN NUMBER"), "circle-x", Mood.DANGER),
    Verdict.BLANK_UNUSED: (mark("Blank receipt, not entered"), "circle-dashed", Mood.WARN),
    Verdict.BLANK_LOST: (mark("Blank receipt that is not valid"), "circle-x", Mood.DANGER),
    Verdict.Z_REPORT: (mark("Genuine Z report"), "circle-check", Mood.OK),
    Verdict.OTHER_PAPER: (mark("Not a receipt"), "info", Mood.MUTE),
    Verdict.BROKEN: (mark("The scan is broken"), "triangle-alert", Mood.WARN),
}

_SENTENCES: dict[Verdict, str] = {
    Verdict.GENUINE: mark("Number and check value are ours. The paper has to say {amount}."),
    Verdict.VOIDED: mark("The paper is ours, but it was voided and its {amount} is owed again. Take it in."),
    Verdict.REVERSED: mark("The paper is ours, but its {amount} never arrived and is owed again. Take it in."),
    Verdict.REFUNDED: mark("The paper is ours and says {amount}; {refunded} of it was paid back."),
    Verdict.FALSE: mark(
        "{label} exists, but the check value is not ours: number or amount were changed, or the paper is a forgery. "
        "Do not accept it; keep the paper and call the supervisor."
    ),
    Verdict.UNKNOWN: mark(
        "We never gave out {label}. Compare the number with the paper; if it is the same, do not accept the paper, "
        "keep it and call the supervisor."
    ),
    Verdict.BLANK_UNUSED: mark(
        "{label} is a blank of ours, handed to {holder}. No money was entered with it: if it names an amount, it still "
        "has to be entered."
    ),
    Verdict.BLANK_LOST: mark(
        "{label} is a blank of ours, recorded as {fate}{reason}. Do not accept it; keep the paper and call the "
        "supervisor."
    ),
    Verdict.Z_REPORT: mark("{label} is ours. The paper has to say {amount}."),
    Verdict.OTHER_PAPER: mark("This code belongs to another kind of paper, not to a receipt."),
    Verdict.BROKEN: mark(
        "The digits do not fit together: one was misread. Scan again, or type number and check value as they stand on "
        "the paper: R-000128 1153 1250."
    ),
}


def verdict_state(checked: Checked) -> State:
    """The verdict in a word, with its icon."""
    word, icon, mood = _WORDS[checked.verdict]
    return State(tr(word), icon, mood)


def verdict_words(checked: Checked) -> str:
    """What that means, and what to do."""
    words = tr(_SENTENCES[checked.verdict]).format(
        label=checked.label,
        amount=show_money(checked.amount or NOTHING, sign=True),
        refunded=show_money(checked.refunded, sign=True),
        holder=checked.reason or tr("somebody"),
        fate=tr(FATE_NAMES[checked.fate]) if checked.fate is not None else "",
        reason=tr(" ({reason})").format(reason=checked.reason) if checked.reason else "",
    )
    copies = checked.receipt.copies if checked.receipt is not None else 0
    if copies and checked.verdict.is_ours:
        words += " " + tr_n(
            "{n} copy was printed; a copy says 补打 at its head.",
            "{n} copies were printed; a copy says 补打 at its head.",
            copies,
        ).format(n=copies)
    return words
