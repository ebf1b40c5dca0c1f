"""What an import of readings or meters would do, in figures and sentences."""

from __future__ import annotations

from app.core.language import tr, tr_n
from app.meters.sheet_results import ImportResult, MeterCounts, MeterPreview, ReadingCounts, ReadingPreview
from ui.widgets.fact_line import Fact
from ui.widgets.sheet_words import rows_words


def readings_words(count: int) -> str:
    """`1 reading`, `302 readings`."""
    return tr_n("{n} reading", "{n} readings", count).format(n=f"{count:,}")


def meter_facts(preview: MeterPreview) -> list[Fact]:
    """How many rows come in, are known or wrong."""
    return [
        (tr("Rows"), f"{len(preview.sheet.rows):,}"),
        (tr("New meters"), f"{len(preview.lines):,}"),
        (tr("Known already"), _some(preview.known)),
        (tr("Cannot come in"), _some(len(preview.bad))),
    ]


def reading_facts(preview: ReadingPreview) -> list[Fact]:
    """How many rows come in, are known, empty or wrong."""
    return [
        (tr("Rows"), f"{len(preview.sheet.rows):,}"),
        (tr("Readings"), f"{len(preview.lines):,}"),
        (tr("Over 3 × usual"), _some(len(preview.unusual))),
        (tr("Known already"), _some(preview.known)),
        (tr("Not read"), _some(preview.unread)),
        (tr("Cannot come in"), _some(len(preview.bad))),
    ]


def _some(count: int) -> str:
    return f"{count:,}" if count else ""


def unusual_words(preview: ReadingPreview, *, accepted: bool) -> str:
    """What becomes of readings of far more than the usual usage."""
    count = len(preview.unusual)
    if not count:
        return ""
    if accepted:
        words = tr_n(
            "{n} reading of more than 3 × the usual usage comes in too. F6 leaves it out.",
            "{n} readings of more than 3 × the usual usage come in too. F6 leaves them out.",
            count,
        )
    else:
        words = tr_n(
            "{n} reading of more than 3 × the usual usage stays out. Look at it below; F6 lets it in.",
            "{n} readings of more than 3 × the usual usage stay out. Look at them below; F6 lets them in.",
            count,
        )
    return words.format(n=f"{count:,}")


def result_words(result: ImportResult[MeterCounts] | ImportResult[ReadingCounts], what: str) -> str:
    """What an import did: `what` came in, and which rows did not."""
    words, counts = tr("Imported: {what}").format(what=what), result.counts
    if counts.known:
        words += tr("; {rows} known already").format(rows=rows_words(counts.known))
    if counts.bad:
        words += tr("; {rows} stayed out").format(rows=rows_words(counts.bad))
    return words
