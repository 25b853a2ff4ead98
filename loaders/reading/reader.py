"""The one way from a path to what the file says."""

from __future__ import annotations

from pathlib import Path

from loaders.reading.delimited import read_delimited
from loaders.reading.encoding import decode
from loaders.reading.jsonlines import read_jsonlines
from loaders.reading.kind import kind_of
from loaders.reading.original import Original, fetch
from loaders.reading.table import Reading
from loaders.reading.workbook import read_workbook


def read(path: Path, *, encoding: str | None = None) -> Reading:
    """Read a table file (.csv, .tsv, .txt, .xlsx, .jsonl) once: the same bytes are hashed and parsed.

    `encoding` is a person's answer to an `OpenQuestion`; a workbook states its own. SourceError if nothing of it can be used; a
    record that cannot be used is a Reject, and no line is neither.
    """
    return read_original(fetch(Path(path)), encoding=encoding)


def read_original(original: Original, *, encoding: str | None = None) -> Reading:
    """The same, of bytes that are in memory already."""
    kind = kind_of(original)
    if kind == "workbook":
        return _workbook(original)
    decoded = decode(original.data, original.name, encoding)
    if kind == "jsonlines":
        lines = read_jsonlines(decoded.text, original.name)
        return Reading(
            (lines.table,), lines.rejects, decoded.encoding, None, lines.lines, "jsonl", original.sha256, lines.blank, lines.notes
        )
    delimited = read_delimited(decoded.text, original.name, original.suffix)
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


def _workbook(original: Original) -> Reading:
    found = read_workbook(original.data, original.name)
    return Reading(found.tables, found.rejects, "utf-8", None, found.lines, "xlsx", original.sha256, found.blank, found.notes)
