"""What kind of file it is: by its suffix, and against its first bytes, so that a wrong name is noticed."""

from __future__ import annotations

from typing import Final, Literal

from graph.errors import SourceError
from loaders.reading.forms import FORMS
from loaders.reading.original import Original

Kind = Literal["delimited", "workbook", "jsonlines", "document"]
_SUFFIXES_OF_FORMS: Final = tuple(f".{name}" for name in FORMS)
_KINDS: Final[dict[str, Kind]] = {
    ".csv": "delimited",
    ".tsv": "delimited",
    ".tab": "delimited",
    ".txt": "delimited",
    **dict.fromkeys(_SUFFIXES_OF_FORMS, "workbook"),
    ".jsonl": "jsonlines",
    ".ndjson": "jsonlines",
    ".json": "document",
    ".geojson": "document",
    ".xml": "document",
}
_INSTEAD: Final = {
    ".xlsm": ("a workbook with macros", "Open it with macros switched off and save it as .xlsx"),
    ".xlsb": ("a binary Excel workbook", "Open it and save it as .xlsx"),
    ".xlt": ("an Excel template", "Open it and save it as .xlsx"),
    ".xltx": ("an Excel template", "Open it and save it as .xlsx"),
    ".fods": ("an OpenDocument spreadsheet in one XML file", "Open it and save it as .ods"),
    ".ots": ("an OpenDocument template", "Open it and save it as .ods"),
    ".docm": ("a document with macros", "Open it with macros switched off and save it as .docx"),
    ".pages": ("a Pages document", "Export it as .docx"),
    ".numbers": ("a Numbers spreadsheet", "Export it as .xlsx or as CSV in UTF-8"),
    ".pdf": ("a document, not a table", "Enter its table into a spreadsheet and save it as .xlsx or CSV in UTF-8"),
    ".doc": ("an old Word document", "Open it and save it as .docx"),
    ".rtf": ("a document of an old kind", "Open it and save it as .docx"),
    **dict.fromkeys(
        (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".gif", ".bmp", ".heic", ".webp"),
        ("a picture, not a table", "Enter its table into a spreadsheet and save it as .xlsx or CSV in UTF-8"),
    ),
    ".html": ("a web page", "Copy its table into a spreadsheet and save it as .xlsx or CSV in UTF-8"),
    ".htm": ("a web page", "Copy its table into a spreadsheet and save it as .xlsx or CSV in UTF-8"),
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
_OLD: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FIRST_BYTES: Final = (
    (_ZIP, "a ZIP archive, such as .xlsx is one"),
    (_OLD, "an old Office file or one with a password"),
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
        _check_form(original, actual)
    elif actual:
        raise SourceError(
            f"named {original.suffix} but is {actual}", file=original.name, remedy="Name it what it is, or save it again"
        )
    elif _is_markup(original.data) and original.suffix != ".xml":
        raise SourceError(
            f"named {original.suffix} but is a web page or XML", file=original.name, remedy="Save the table as CSV in UTF-8"
        )
    return "jsonlines" if kind == "document" and _is_lines(original.data) else kind


def _is_markup(data: bytes) -> bool:
    return data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype", b"<html", b"<?xml", b"<table"))


def _check_form(original: Original, actual: str | None) -> None:
    """A workbook or document begins as its form does."""
    form = FORMS[original.suffix[1:]]
    if original.data.startswith(_ZIP if form.is_zip else _OLD):
        return
    remedy = f"Open it and save it as {form.saved_as}, without a password"
    if actual is None:
        text = "a web page or XML" if _is_markup(original.data) else None
        actual = text or f"no {form.what[2:]}, or a damaged one"
    raise SourceError(f"named {original.suffix} but is {actual}", file=original.name, remedy=remedy)


def _is_lines(data: bytes) -> bool:
    """Whether a file is JSON lines under the name of one document, as databases export it: no document has two objects side
    by side."""
    first, _, rest = data.removeprefix(b"\xef\xbb\xbf").lstrip().partition(b"\n")
    return first.startswith(b"{") and first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{")
