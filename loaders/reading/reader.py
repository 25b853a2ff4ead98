"""The one way from a path to what the file says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from graph.errors import SourceError
from loaders.reading.delimited import read_delimited
from loaders.reading.document import read_document
from loaders.reading.encoding import decode
from loaders.reading.forms import FORMS
from loaders.reading.jsonlines import Lines, read_jsonlines
from loaders.reading.kind import kind_of
from loaders.reading.layout import PLAIN, Layout
from loaders.reading.original import Original, fetch
from loaders.reading.table import Reading
from loaders.reading.workbook import read_workbook
from loaders.reading.xml import read_xml

NO_ROWS = "{} has no sheets, no header and no rows above it, and the mapping speaks of them"


def read(path: Path, *, encoding: str | None = None, layout: Layout = PLAIN) -> Reading:
    """Read a file of tables, of any kind that is read (`kind`), once: the same bytes are hashed and parsed.

    `layout`: where in it the table stands. `encoding` is a person's answer to an `OpenQuestion`; a workbook states its own.
    SourceError if nothing of it can be used; a record that cannot be used is a Reject, and no line is neither.
    """
    return read_original(fetch(Path(path)), encoding=encoding, layout=layout)


def read_original(original: Original, *, encoding: str | None = None, layout: Layout = PLAIN) -> Reading:
    """The same, of bytes that are in memory already."""
    reading = _read(original, encoding, layout)
    if layout == PLAIN:
        return reading
    try:
        plain = _read(original, encoding, PLAIN).tables
    except SourceError:  # a title above the header, for example: then it is no table without its layout
        plain = ()
    return replace(reading, plain=plain)


def _read(original: Original, encoding: str | None, layout: Layout) -> Reading:
    kind = kind_of(original)
    if kind == "workbook":
        return _workbook(original, layout)
    if kind == "document":
        form = "xml" if original.suffix == ".xml" else "json"
        if replace(layout, records=None) != PLAIN:
            raise SourceError(NO_ROWS.format(form.upper()), file=original.name, remedy="Take all but records out of [table]")
        if form == "xml":
            return _of_lines(read_xml(original.data, original.name, layout.records), "utf-8", form, original)
        return _of_lines(read_document(original.data, original.name, layout.records), "utf-8", "json", original)
    decoded = decode(original.data, original.name, encoding)
    if kind == "jsonlines":
        if layout != PLAIN:
            raise SourceError(NO_ROWS.format("JSON"), file=original.name, remedy="Take [table] out of the mapping")
        return _of_lines(read_jsonlines(decoded.text, original.name), decoded.encoding, "jsonl", original)
    delimited = read_delimited(decoded.text, original.name, original.suffix, layout)
    delimiter = delimited.dialect.delimiter
    return Reading(
        (delimited.table,),
        delimited.rejects,
        decoded.encoding,
        delimiter,
        delimited.lines,
        "tsv" if delimiter == "\t" else "csv",
        original.sha256,
        delimited.blank,
        delimited.notes,
    )


def _of_lines(found: Lines, encoding: str, form: str, original: Original) -> Reading:
    return Reading((found.table,), found.rejects, encoding, None, found.lines, form, original.sha256, found.blank, found.notes)


def _workbook(original: Original, layout: Layout) -> Reading:
    form = FORMS[original.suffix[1:]]
    found = read_workbook(original.data, original.name, layout, form)
    return Reading(found.tables, found.rejects, "utf-8", None, found.lines, form.name, original.sha256, found.blank, found.notes)
