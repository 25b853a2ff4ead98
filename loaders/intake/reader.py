"""The one way from a path to what the file says."""

from __future__ import annotations

from pathlib import Path

from loaders.intake.delimited import read_delimited
from loaders.intake.encoding import decode
from loaders.intake.kind import kind_of
from loaders.intake.original import Original, fetch
from loaders.intake.table import Reading


def read(path: Path, *, encoding: str | None = None) -> Reading:
    """Read a table file (.csv, .tsv, .txt, .xlsx, .jsonl) once: the same bytes are hashed and parsed.

    `encoding` is a person's answer to `Asked`. SourceError if nothing of the file can be used; a record that cannot be
    used is a Reject, and no line is neither.
    """
    original = fetch(Path(path))
    kind_of(original)
    return _text(original, encoding)


def _text(original: Original, encoding: str | None) -> Reading:
    decoded = decode(original.data, original.name, encoding)
    found = read_delimited(decoded.text, original.name, original.suffix)
    return Reading(
        (found.table,),
        found.rejects,
        decoded.encoding,
        found.dialect.delimiter,
        found.lines,
        "tsv" if found.dialect.delimiter == "\t" else "csv",
        original.sha256,
        found.blank,
        found.notes,
    )
