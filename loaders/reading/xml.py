"""One XML document: its records are read as those of JSON are, in a child process with limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, Final

from graph.errors import SourceError
from loaders.reading.bounds import LARGEST_DOCUMENT
from loaders.reading.child import MEMORY, STALLED, Stopped, messages
from loaders.reading.document import unclear
from loaders.reading.jsonlines import Lines, read_jsonlines
from loaders.reading.rejects import Rejects
from loaders.reading.table import Note

_CHILD: Final = Path(__file__).parent / "formats" / "xml_document.py"
_SMALLER: Final = "Split it into smaller files"
_STOPPED: Final = {
    "xml": ("no XML, or damaged", "Save it again from where it came"),
    "encoding": ("an XML file in letters that it does not name, or that are not known", "Save it again in UTF-8"),
    "entities": (
        "an XML file that declares entities of its own",
        "Save it again without them, from where it came",
    ),
    "deep": ("an XML file that is nested too deeply", _SMALLER),
    "many": ("an XML file with more elements than a table can have rows or columns", _SMALLER),
    "twice": ("an XML file in which two elements have the same path, since a name holds a point", "Rename one of them"),
    "amplified": ("an XML file whose paths are far longer than its texts", _SMALLER),
    "memory": ("an XML file that needs too much memory", _SMALLER),
    "overtime": ("an XML file that takes too long to read", _SMALLER),
    "stalled": (f"an XML file {STALLED[0]}", STALLED[1]),
    "crashed": ("an XML file that crashed its reader", _SMALLER),
}


def read_xml(data: bytes, file: str, at: str | None) -> Lines:
    """Its records, numbered from 1. `at`: the path of the elements that are records; without it, the only ones that there are."""
    if len(data) > LARGEST_DOCUMENT:
        raise SourceError(f"an XML file of more than {LARGEST_DOCUMENT // 1_000_000} MB", file=file, remedy=_SMALLER)
    records: list[str] = []
    places: list[int] = []
    about: dict[str, Any] = {}
    for message in _messages(data, file, at):
        if "places" in message:
            raise unclear(message["places"], file, "an XML file", "list of elements")
        if "record" in message:
            records.append(message["record"])
            places.append(message["line"])
        else:
            about = message
    found = read_jsonlines("\n".join(records), file)
    rows = tuple(replace(row, line=places[row.number - 1]) for row in found.table.rows)
    rejects = Rejects(replace(reject, line=places[(reject.row or 1) - 1]) for reject in found.rejects)
    table = replace(found.table, rows=rows, path=about["at"])
    return replace(found, table=table, rejects=rejects, notes=(*found.notes, *_notes(file, about)))


def _notes(file: str, about: dict[str, Any]) -> Iterator[Note]:
    if about["around"]:
        text = f"texts and attributes around the records, not read: {about['around']:,}"
        yield Note(file, "", None, None, text)
    if about["notes"]:
        yield Note(file, "", None, None, f"comments of XML within the records, not read: {about['notes']:,}")


def _messages(data: bytes, file: str, at: str | None) -> Iterator[dict[str, Any]]:
    limits = {"memory": MEMORY, "seconds": 4 + len(data) // 500_000, "at": at, "text": 16 * 1024**2 + 4 * len(data)}
    try:
        yield from messages(_CHILD, data, limits)
    except Stopped as stopped:
        if stopped.word == "nowhere":
            remedy = "Correct [table] records in the mapping: the names of the elements from the first one, such as list.person"
            raise SourceError(f"no element lies at {at!r}", file=file, remedy=remedy) from None
        reason, remedy = _STOPPED.get(stopped.word, _STOPPED["xml"])
        raise SourceError(reason, file=file, remedy=remedy) from None
