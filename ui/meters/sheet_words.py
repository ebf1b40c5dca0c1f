"""What an import of readings or meters would do and did, in sentences."""

from __future__ import annotations

from app.core.language import tr
from app.meters.sheet_results import MeterResult, ReadingPreview, ReadingResult
from ui.meters.meter_words import meters_words
from ui.meters.sheet_kinds import Batch, Preview, Result, readings_words, rows_words


def preview_words(preview: Preview) -> str:
    """How many rows come in, are known, empty or wrong."""
    said = [tr("{rows} in the sheet").format(rows=rows_words(len(preview.sheet.rows)))]
    said.append(tr("{rows} come in").format(rows=rows_words(len(preview.lines))))
    if preview.known:
        said.append(tr("{rows} known already").format(rows=rows_words(preview.known)))
    if isinstance(preview, ReadingPreview) and preview.unread:
        said.append(tr("{rows} not read").format(rows=rows_words(preview.unread)))
    if preview.bad:
        said.append(tr("{rows} cannot come in").format(rows=rows_words(len(preview.bad))))
    return " · ".join(said)


def columns_words(preview: Preview) -> str:
    """Which columns were read, and which mean nothing here."""
    said = tr("Columns read: {heads}.").format(heads=tr(", ").join(preview.used))
    if preview.unused:
        said += " " + tr("Not used: {heads}.").format(heads=tr(", ").join(preview.unused))
    return said


def unusual_words(preview: Preview, *, accepted: bool) -> str:
    """What becomes of readings of far more than the usual usage."""
    count = len(preview.unusual) if isinstance(preview, ReadingPreview) else 0
    if not count:
        return ""
    if accepted:
        return tr("{readings} of more than 3 × the usual usage come in too. F6 leaves them out.").format(
            readings=readings_words(count)
        )
    return tr("{readings} of more than 3 × the usual usage stay out. Look at them below; F6 lets them in.").format(
        readings=readings_words(count)
    )


def coming(preview: Preview, *, accepted: bool) -> int:
    """How many rows F9 brings in."""
    left_out = len(preview.unusual) if isinstance(preview, ReadingPreview) and not accepted else 0
    return len(preview.lines) - left_out


def result_words(result: Result) -> str:
    """What an import did."""
    counts = result.counts
    if isinstance(result, ReadingResult):
        words = tr("Imported: {readings}").format(readings=readings_words(result.counts.taken))
    else:
        assert isinstance(result, MeterResult)
        words = tr("Imported: {meters}").format(meters=meters_words(result.counts.new))
    if counts.known:
        words += tr("; {rows} known already").format(rows=rows_words(counts.known))
    if counts.bad:
        words += tr("; {rows} stayed out").format(rows=rows_words(counts.bad))
    return words


def taken(batch: Batch) -> int:
    """How many rows an import brought in."""
    counts = batch.counts
    return counts.taken if hasattr(counts, "taken") else counts.new
