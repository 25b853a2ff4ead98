"""What kind of file it is: by its suffix, and against its first bytes, so that a wrong name is noticed."""

from __future__ import annotations

from typing import Final, Literal

from graph.errors import SourceError
from loaders.reading.original import Original

Kind = Literal["delimited", "workbook", "jsonlines", "document"]
_KINDS: Final[dict[str, Kind]] = {
    ".csv": "delimited",
    ".tsv": "delimited",
    ".tab": "delimited",
    ".txt": "delimited",
    ".xlsx": "workbook",
    ".jsonl": "jsonlines",
    ".ndjson": "jsonlines",
    ".json": "document",
    ".geojson": "document",
}
_INSTEAD: Final = {
    ".xls": ("an old Excel workbook", "Open it and save it as .xlsx"),
    ".xlsm": ("a workbook with macros", "Open it with macros switched off and save it as .xlsx"),
    ".xlsb": ("a binary Excel workbook", "Open it and save it as .xlsx"),
    ".xltx": ("an Excel template", "Open it and save it as .xlsx"),
    ".ods": ("an OpenDocument spreadsheet", "Open it and save it as .xlsx or as CSV in UTF-8"),
    ".numbers": ("a Numbers spreadsheet", "Export it as .xlsx or as CSV in UTF-8"),
    ".pdf": ("a document, not a table", "Enter its table into a spreadsheet and save it as .xlsx or CSV in UTF-8"),
    ".docx": ("a document, not a table", "Copy its table into a spreadsheet and save it as .xlsx or CSV in UTF-8"),
    ".doc": ("a document, not a table", "Copy its table into a spreadsheet and save it as .xlsx or CSV in UTF-8"),
    ".odt": ("a document, not a table", "Copy its table into a spreadsheet and save it as .xlsx or CSV in UTF-8"),
    ".rtf": ("a document, not a table", "Copy its table into a spreadsheet and save it as .xlsx or CSV in UTF-8"),
    ".html": ("a web page", "Copy its table into a spreadsheet and save it as .xlsx or CSV in UTF-8"),
    ".htm": ("a web page", "Copy its table into a spreadsheet and save it as .xlsx or CSV in UTF-8"),
    ".xml": ("an XML file", "Save it as .xlsx or CSV in UTF-8"),
    ".zip": ("an archive", "Unpack it and load the files in it"),
    ".gz": ("a compressed file", "Unpack it first"),
    ".7z": ("an archive", "Unpack it and load the files in it"),
    ".rar": ("an archive", "Unpack it and load the files in it"),
    ".db": ("a database", "Export its tables as CSV in UTF-8"),
    ".sqlite": ("a database", "Export its tables as CSV in UTF-8"),
    ".mdb": ("a database", "Export its tables as CSV in UTF-8"),
    ".accdb": ("a database", "Export its tables as CSV in UTF-8"),
    ".parquet": ("a Parquet file", "Export it as CSV in UTF-8"),
}
_ZIP: Final = b"PK\x03\x04"
_FIRST_BYTES: Final = (
    (_ZIP, "a ZIP archive, such as .xlsx is one"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file or one with a password"),
    (b"%PDF-", "a PDF document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3\x00", "a database"),
    (b"{\\rtf", "a document"),
)


def kind_of(original: Original) -> Kind:
    """How to read this file. SourceError, with what to save it as, for what is no table or not named what it is."""
    if original.suffix in _INSTEAD:
        what, remedy = _INSTEAD[original.suffix]
        raise SourceError(f"{what} ({original.suffix})", file=original.name, remedy=remedy)
    kind = _KINDS.get(original.suffix)
    if kind is None:
        known = ", ".join(_KINDS)
        raise SourceError("a kind of file that is not read", file=original.name, remedy=f"Save it as one of {known}")
    actual = next((what for first, what in _FIRST_BYTES if original.data.startswith(first)), None)
    if kind == "workbook":
        if not original.data.startswith(_ZIP):
            what = actual or "no workbook, or a damaged one"
            raise SourceError(
                f"named .xlsx but is {what}", file=original.name, remedy="Open it and save it as .xlsx, without a password"
            )
    elif actual:
        raise SourceError(
            f"named {original.suffix} but is {actual}", file=original.name, remedy="Name it what it is, or save it again"
        )
    elif original.data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype", b"<html", b"<?xml")):
        raise SourceError(
            f"named {original.suffix} but is a web page or XML", file=original.name, remedy="Save the table as CSV in UTF-8"
        )
    return kind
