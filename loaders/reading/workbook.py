"""Workbooks and documents with tables, opened by a child process with limits; this side only counts and checks what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from graph.errors import SourceError
from loaders.reading.archive import Size, inspect
from loaders.reading.child import MEMORY, STALLED, Stopped, messages
from loaders.reading.forms import FORMS, Form
from loaders.reading.heading import Heading
from loaders.reading.layout import PLAIN, Layout
from loaders.reading.original import printable
from loaders.reading.rejects import Rejects
from loaders.reading.sheet import Sheet
from loaders.reading.table import Note, Reject, Table

_SPLIT: Final = "Split it into smaller ones, or save the tables as CSV in UTF-8"
_STOPPED: Final = {
    "damaged": ("damaged", "Copy it again, or open it in its program, repair and save it"),
    "disorder": ("whose rows or cells are out of order", ""),
    "scattered": ("with a few cells scattered over a huge sheet", "Delete the stray cells far below or right, then save"),
    "strict": ("in the form 'Strict Open XML'", "Save it in the ordinary form"),
    "entities": ("that declares a document type or entities", ""),
    "amplified": ("that unfolds to far more than its size", ""),
    "merged": ("with more than 100,000 blocks of merged cells in a sheet", "Unmerge its cells, then save it"),
    "crashed": ("that crashed its reader", ""),
    "stalled": STALLED,
    "memory": ("that needs too much memory", _SPLIT),
    "deep": ("whose parts are nested too deeply", ""),
    "links": ("that draws on other files", "Break the links to other files (Edit > Links), then save it"),
    "password": ("with a password", "Save it without a password"),
    "macros": ("with macros", "Open it with macros switched off and save it as .xlsx"),
    "word": ("that is an old Word document", "Open it and save it as .docx"),
    "letters": ("so old that it does not say in which letters it is written", "Open it and save it as .xlsx"),
}
"""By a child's word: what is wrong, and what to do where that is not to save it anew."""
_SAID: Final = {
    "empty_results": "formulas whose saved result is an empty text, read as empty cells: {:,}",
    "changes": "changes are recorded in it: what was deleted is not read",
    "deleted": "words deleted in recorded changes, not read: {:,}",
    "deleted_rows": "rows deleted in recorded changes; what of them is not deleted is read: {:,}",
    "footnotes": "footnotes at its cells, not read: {:,}",
    "frames": "tables in text boxes, not read: {:,}",
    "numbers": "paragraphs that the program numbers by itself; the numbers are not read: {:,}",
    "pictures": "pictures or text boxes in its cells, not read: {:,}",
    "hidden_text": "pieces of hidden text, read as the others: {:,}",
}
MERGED: Final = "merged cells below the header: only the first of each holds the value; fill_merged fills the others"
_HIDDEN: Final = {"hidden", "veryHidden"}


@dataclass(frozen=True, slots=True)
class Workbook:
    """The tables of a workbook or document, hidden ones included, and what was refused."""

    tables: tuple[Table, ...]
    rejects: Rejects
    notes: tuple[Note, ...]
    lines: int
    blank: int


def read_workbook(data: bytes, file: str, layout: Layout = PLAIN, form: Form = FORMS["xlsx"]) -> Workbook:
    """All sheets of a workbook. SourceError if it is damaged or hostile, or if no sheet of it can be used."""
    size = inspect(data, file, form)
    sheets: list[Sheet] = []
    notes: list[Note] = []
    for message in _messages(data, size, file, form):
        if "sheet" in message:
            title = printable(str(message["sheet"]))
            heading = Heading(layout, file, title, message["merged"])
            sheets.append(Sheet(file, title, int(message["last"]), heading, layout))
            sheets[-1].begin()
            if not sheets[-1].left_out:
                notes += _told(file, title, message, heading)
        else:
            sheets[-1].take(int(message["row"]), message["cells"], message["faults"], message["asides"])
    for sheet in sheets:
        sheet.finish()
    tables = tuple(table for sheet in sheets if (table := sheet.table()))
    refused = [sheet for sheet in sheets if sheet.refused]
    if not tables:
        raise _no_table(sheets, file, form)
    rejects = Rejects(reject for sheet in sheets if sheet.table() for reject in sheet.rejects)
    each = "sheet" if form.what == "a workbook" else "table"
    for sheet in refused:
        reason = f"the whole {each}, {sheet.filled:,} rows: {sheet.refused and sheet.refused.reason}"
        rejects.append(Reject(file, sheet.title, 1, None, None, reason, "", sheet.filled))
    for sheet in sheets:
        notes += sheet.notes
        if not sheet.filled:
            notes.append(Note(file, sheet.title, None, None, f"an empty {each}"))
        elif sheet.left_out:
            notes.append(Note(file, sheet.title, None, None, f"a {each} of {sheet.filled:,} rows, left out: {sheet.left_out}"))
    blank = sum(sheet.last - sheet.filled for sheet in sheets)
    return Workbook(tables, rejects, tuple(notes), sum(sheet.last for sheet in sheets), blank)


def _no_table(sheets: Sequence[Sheet], file: str, form: Form) -> SourceError:
    """Why no sheet of it is a table."""
    if refused := next((sheet.refused for sheet in sheets if sheet.refused), None):
        return refused
    if left_out := [sheet for sheet in sheets if sheet.left_out and sheet.filled]:
        each = "sheets" if form.what == "a workbook" else "tables"
        reason = f"none of its {each} is a table of this mapping ({left_out[0].left_out})"
        return SourceError(reason, file=file, remedy="Correct [table] in the mapping, or name another one by --mapping")
    lacking = "any filled sheet" if form.what == "a workbook" else "any table"
    return SourceError(f"{form.what} without {lacking}", file=file, remedy="Look whether it is the right file")


def _told(file: str, title: str, message: dict[str, Any], heading: Heading) -> Iterator[Note]:
    if message["state"] in _HIDDEN:
        yield Note(file, title, None, None, "a hidden sheet; it was read")
    for what in ("rows", "columns"):
        if count := message[f"hidden_{what}"]:
            yield Note(file, title, None, None, f"hidden {what}, read as the others: {count:,}")
    if any(top > heading.layout.rows[-1] for top, *_ in message["merged"]):
        yield Note(file, title, None, None, MERGED)
    for word, count in message.get("said", {}).items():
        if count and word in _SAID:
            yield Note(file, title, None, None, _SAID[word].format(count))


def _messages(data: bytes, size: Size, file: str, form: Form) -> Iterator[dict[str, Any]]:
    """What the child says about this workbook, until its end; SourceError if it stops before."""
    seconds = 4 + 2 * (size.unpacked // 1024**2)
    limits = {"memory": MEMORY, "seconds": seconds, "text": 16 * 1024**2 + 10 * size.unpacked, "form": form.name}
    try:
        yield from messages(form.child, data, limits)
    except Stopped as stopped:
        if stopped.word == "overtime":
            raise SourceError(f"{form.what} that needs more than {seconds} s to read", file=file, remedy=_SPLIT) from None
        wrong, remedy = _STOPPED.get(stopped.word, _STOPPED["damaged"])
        reason = f"a damaged {form.what[2:]}" if wrong == "damaged" else f"{form.what} {wrong}"
        raise SourceError(reason, file=file, remedy=remedy or form.resave) from None
