"""Sentences about papers, their codes and the printers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.core.language import mark, tr
from app.core.paper_code import CodeFault, CodeUnreadable
from app.paper.refusals import (
    LayoutFault,
    LayoutTextTooSmall,
    LayoutUnreadable,
    LayoutWrong,
    OffsetOutOfBounds,
    OffsetUnreadable,
    PaperSizeRefused,
    PrinterMissing,
    PrintingFailed,
    TextDoesNotFit,
)
from ui.sentences import sentence

if TYPE_CHECKING:
    from app.paper.lettering import MissingGlyph  # would read the drawing library

_FAULTS: dict[CodeFault, str] = {
    CodeFault.NOT_DIGITS: mark("it has something other than digits in it"),
    CodeFault.LENGTH: mark("it is not twenty digits long"),
    CodeFault.KIND: mark("no paper of this program begins so"),
    CodeFault.BOOK: mark("it names no receipt book"),
    CodeFault.LUHN: mark("its last digit does not match, so a digit was lost or misread"),
}

_LAYOUT_FAULTS: dict[LayoutFault, str] = {
    LayoutFault.UNKNOWN: mark("no layout has a value of this name. Take it out or correct its name"),
    LayoutFault.MISSING: mark("the value is missing. Add it as it stands in the shipped file"),
    LayoutFault.NOT_A_NUMBER: mark("it is not a number. Give millimetres or points as a plain number"),
    LayoutFault.NOT_A_TEXT: mark("it is none of the words that are known. Use left, middle, right, true or false"),
    LayoutFault.NOT_THESE_NUMBERS: mark("it has too few or too many numbers. Give as many as the shipped file does"),
    LayoutFault.OUTSIDE: mark("it lies outside the part of the paper that is printed. Move it inwards"),
    LayoutFault.ON_THE_STAMP: mark("it lies on the place of the stamp, which stays white. Move or shorten it"),
    LayoutFault.ON_THE_CODE: mark("it lies too close to the code, which then cannot be read. Move it away"),
}


@sentence(CodeUnreadable)
def _code_unreadable(refusal: CodeUnreadable) -> str:
    return tr(
        "{code} is not a code of this office: {why}. Scan it again, or type the number and the check value "
        "printed beside the code."
    ).format(code=refusal.text.strip(), why=tr(_FAULTS[refusal.fault]))


@sentence(TextDoesNotFit)
def _text_does_not_fit(refusal: TextDoesNotFit) -> str:
    return tr(
        "This text does not fit on the paper, even in the smallest type: {text}. Shorten it, or print on larger paper."
    ).format(text=refusal.text)


@sentence(LayoutUnreadable)
def _layout_unreadable(refusal: LayoutUnreadable) -> str:
    return tr(
        "The layout {file} cannot be read: {reason}. Correct the file, or take it away to print with the layout "
        "of the program."
    ).format(file=refusal.file, reason=refusal.reason)


@sentence(LayoutWrong)
def _layout_wrong(refusal: LayoutWrong) -> str:
    return tr("In the layout {file}, {place}: {fault}, or take the file away.").format(
        file=refusal.file, place=refusal.place, fault=tr(_LAYOUT_FAULTS[refusal.fault])
    )


@sentence(LayoutTextTooSmall)
def _layout_text_too_small(refusal: LayoutTextTooSmall) -> str:
    return tr(
        "In the layout {file}, {place}: {points} points are too small to read on paper. Give 8 points or more."
    ).format(file=refusal.file, place=refusal.place, points=refusal.points)


@sentence(OffsetOutOfBounds)
def _offset_out_of_bounds(_refusal: OffsetOutOfBounds) -> str:
    return tr(
        "Print is moved by 20 millimetres at most. Check paper and top of form at the printer, or choose another paper."
    )


@sentence(OffsetUnreadable)
def _offset_unreadable(refusal: OffsetUnreadable) -> str:
    return tr("“{text}” is no number of millimetres. Type it with one decimal at most, like 1.5 or -0.2.").format(
        text=refusal.text
    )


@sentence(PrinterMissing)
def _printer_missing(refusal: PrinterMissing) -> str:
    if not refusal.printer:
        return tr(
            "This computer has no printer set up. Add one in the system's settings, then print again; "
            "the paper waits in the queue."
        )
    return tr(
        "The printer {printer} is not set up on this computer. Switch it on or choose another one, then print again; "
        "the paper waits in the queue."
    ).format(printer=refusal.printer)


@sentence(PaperSizeRefused)
def _paper_size_refused(refusal: PaperSizeRefused) -> str:
    return tr(
        "Nothing was printed: {printer} would use paper of {offered}, not of {wanted}. Set up this size as a form "
        "of the printer, then print again."
    ).format(printer=refusal.printer, offered=refusal.offered, wanted=refusal.wanted)


@sentence(PrintingFailed)
def _printing_failed(trouble: PrintingFailed) -> str:
    return tr(
        "{printer} stopped at page {page}. Look for a jam, paper and cable, then print again; "
        "the paper waits in the queue."
    ).format(printer=trouble.printer or tr("The printer"), page=trouble.page)


def missing_glyphs_warning(missing: Sequence[MissingGlyph]) -> str:
    """What to do about characters that are printed as boxes; empty where none is."""
    if not missing:
        return ""
    characters = " ".join(dict.fromkeys(f"{each.character} ({each.code})" for each in missing))
    return tr("Not in the typeface, printed as an empty box to be written in by hand: {characters}").format(
        characters=characters
    )
