"""What a person reads in the window: the words of everything that is visible, wherever it stands."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QListView, QWidget

from ui.widgets.table_view import TableView


def words_on(window: QWidget) -> str:
    """All that stands in the window now, a line for each part; what is hidden does not count."""
    return "\n".join(words for widget in _visible(window) for words in _words_of(widget))


def table_named(window: QWidget, name: str) -> list[dict[str, str]]:
    """The rows of a table as they are shown: every cell in words by the head of its column."""
    for widget in _visible(window):
        if isinstance(widget, TableView) and widget.accessibleName() == name:
            heads = [column.title for column in widget.rows_model.columns]
            return [dict(zip(heads, cells, strict=True)) for cells in _cells(widget)]
    raise AssertionError(f"no table {name} stands in the window:\n{words_on(window)}")


def focused() -> QWidget:
    """Where the next key goes."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def has_focus(part: QWidget) -> bool:
    """Whether the next key goes to this part or to something in it."""
    widget = QApplication.focusWidget()
    return widget is not None and part.isAncestorOf(widget)


def _visible(window: QWidget) -> Iterator[QWidget]:
    return (widget for widget in window.findChildren(QWidget) if widget.isVisible())


def _words_of(widget: QWidget) -> Iterator[str]:
    text = getattr(widget, "text", None)
    said = text() if callable(text) else ""
    if isinstance(said, str) and said:
        yield said
    if widget.accessibleName() not in ("", said):
        yield widget.accessibleName()
    if isinstance(widget, TableView):
        yield from (" ".join(cells) for cells in _cells(widget))
    elif isinstance(widget, QListView):
        model = widget.model()
        yield from (str(model.index(row, 0).data()) for row in range(model.rowCount()))


def _cells(table: TableView[object]) -> list[list[str]]:
    model = table.rows_model
    return [[column.text_of(row) for column in model.columns] for row in model.rows]
