"""What an import did or will do, in one sentence."""

from __future__ import annotations

from app.core.language import tr, tr_n
from app.estate.import_results import ImportPreview, ImportResult
from app.estate.import_undo import TakenBack
from ui.estate.words import units_words
from ui.widgets.sheet_words import rows_words

_NAMED = 5


def hint_words(preview: ImportPreview) -> str:
    """What to know before F9."""
    if not preview.bad:
        return tr("All or nothing: if anything breaks off, nothing is imported.")
    return tr("The good rows come in together; the wrong ones can then be saved as a sheet, each with its reason.")


def result_words(result: ImportResult) -> str:
    """What an import did."""
    counts = result.counts
    words = tr("Imported: {new} new, {changed} changed, {people}").format(
        new=units_words(counts.new),
        changed=units_words(counts.changed),
        people=tr_n("{n} new person", "{n} new people", counts.people).format(n=f"{counts.people:,}"),
    )
    if counts.skipped:
        words += tr("; {rows} left out as known").format(rows=rows_words(counts.skipped))
    if counts.bad:
        words += tr("; {rows} are wrong and stayed out").format(rows=rows_words(counts.bad))
    return words


def taken_words(taken: TakenBack) -> str:
    """What taking an import back did, and which units stay."""
    words = tr("Taken back: {gone} removed, {restored} as before").format(
        gone=units_words(taken.removed), restored=units_words(taken.restored)
    )
    if not taken.kept:
        return words
    named = tr(", ").join(taken.kept[:_NAMED]) + (" …" if len(taken.kept) > _NAMED else "")
    stay = tr("; {units} stay because they are in use: {named}")
    return words + stay.format(units=units_words(len(taken.kept)), named=named)
