"""Sentences of the sheets room: files that are no spreadsheets, columns that are missing, cells that make no sense."""

from app.core.language import tr
from app.sheets import refusals as sheets
from ui.sentences import sentence


@sentence(sheets.SheetUnreadable)
def _sheet_unreadable(error: sheets.SheetUnreadable) -> str:
    return tr(
        "The file “{file}” cannot be read or written ({reason}). "
        "Close it in other programs, check the folder, and try again.",
    ).format(file=error.file, reason=error.reason)


@sentence(sheets.SheetNotThere)
def _sheet_not_there(refusal: sheets.SheetNotThere) -> str:
    return tr("There is no file “{file}” in {folder}. Check the name and the folder.").format(
        file=refusal.file, folder=refusal.folder
    )


@sentence(sheets.NotASpreadsheet)
def _not_a_spreadsheet(error: sheets.NotASpreadsheet) -> str:
    return tr(
        "“{file}” is no spreadsheet, or it is damaged. "
        "Open it in Excel or WPS, save it as a workbook (.xlsx), and choose that one.",
    ).format(file=error.file)


@sentence(sheets.OldOrLockedSpreadsheet)
def _old_or_locked_spreadsheet(error: sheets.OldOrLockedSpreadsheet) -> str:
    return tr(
        "“{file}” is an old .xls file or is locked by a password. "
        "Open it in Excel or WPS, save it as .xlsx without a password, and choose that one.",
    ).format(file=error.file)


@sentence(sheets.TextNotSpreadsheet)
def _text_not_spreadsheet(error: sheets.TextNotSpreadsheet) -> str:
    return tr(
        "“{file}” is a text file. Open it in Excel or WPS, save it as a workbook (.xlsx), and choose that one.",
    ).format(file=error.file)


@sentence(sheets.SheetSwollen)
def _sheet_swollen(error: sheets.SheetSwollen) -> str:
    return tr(
        "“{file}” unpacks to {megabytes} MB, far more than a list needs, and was not read. "
        "Copy the list into a new workbook, save that, and choose it.",
    ).format(file=error.file, megabytes=f"{error.megabytes:,}")


@sentence(sheets.CellTooLong)
def _cell_too_long(error: sheets.CellTooLong) -> str:
    return tr("This cell holds more than {most} letters. Shorten it in the sheet.").format(most=f"{error.most:,}")


@sentence(sheets.TooManyRows)
def _too_many_rows(error: sheets.TooManyRows) -> str:
    return tr(
        "The sheet has {rows} rows; one import takes {most} at most. "
        "Delete the empty rows below the list, or split the list into several files.",
    ).format(rows=f"{error.rows:,}", most=f"{error.most:,}")


@sentence(sheets.EmptySheet)
def _empty_sheet(error: sheets.EmptySheet) -> str:
    return tr(
        "The first sheet of “{file}” has no rows under its column heads. Put the list on the first sheet.",
    ).format(file=error.file)


@sentence(sheets.WrongColumns)
def _wrong_columns(error: sheets.WrongColumns) -> str:
    missing = tr(", ").join(error.missing)
    if not error.found:
        return tr("No row of the sheet heads the columns {missing}. Save the template and compare.").format(
            missing=missing
        )
    return tr(
        "The columns {missing} are missing; the sheet has {found}. "
        "Rename the heads, or save the template and copy the list into it.",
    ).format(missing=missing, found=tr(", ").join(error.found))


@sentence(sheets.ValueMissing)
def _value_missing(error: sheets.ValueMissing) -> str:
    return tr("“{column}” is empty. Fill it in.").format(column=error.column)


@sentence(sheets.FormulaWithoutValue)
def _formula_without_value(error: sheets.FormulaWithoutValue) -> str:
    return tr(
        "“{column}” holds a formula without a stored result. "
        "Open the file in Excel or WPS and save it, or type the value itself.",
    ).format(column=error.column)


@sentence(sheets.ErrorInCell)
def _error_in_cell(error: sheets.ErrorInCell) -> str:
    return tr("“{column}” shows the error {text}. Correct the formula, or type the value itself.").format(
        column=error.column, text=error.text
    )


@sentence(sheets.NotADate)
def _not_a_date(error: sheets.NotADate) -> str:
    return tr("“{text}” is not a date. Write it like 2024-01-05.").format(text=error.text)


@sentence(sheets.NotACount)
def _not_a_count(error: sheets.NotACount) -> str:
    return tr("“{text}” is not a whole number. Write figures only, like 5.").format(text=error.text)


@sentence(sheets.ExampleRow)
def _example_row(_error: sheets.ExampleRow) -> str:
    return tr("This is an example row of the template: delete it or replace it with your own.")


@sentence(sheets.BatchTakenBack)
def _batch_taken_back(error: sheets.BatchTakenBack) -> str:
    return tr("The import of “{file}” was already taken back. Nothing more is to be done.").format(file=error.file)
