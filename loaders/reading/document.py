"""One JSON document, such as an export or GeoJSON: its records are read as JSON Lines are, in a child process with limits."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from graph.errors import SourceError
from loaders.reading.bounds import LARGEST_DOCUMENT
from loaders.reading.child import MEMORY, STALLED, Stopped, messages
from loaders.reading.jsonlines import Lines, read_jsonlines

CHILD: Final = Path(__file__).parent / "formats" / "json_document.py"
_SMALLER: Final = "Split it, or save its records as JSON Lines (.jsonl), one object a line"
_SAY: Final = "Say in the mapping where its records lie: [table] records = "
_STOPPED: Final = {
    "json": ("not valid JSON", "Save it again from where it came"),
    "encoding": ("not UTF-8, as JSON has to be", "Save it again in UTF-8"),
    "deep": ("nested too deeply", _SMALLER),
    "memory": ("a document that needs too much memory", _SMALLER),
    "overtime": ("a document that takes too long to read", _SMALLER),
    "stalled": (f"a document {STALLED[0]}", STALLED[1]),
    "crashed": ("a document that crashed its reader", _SMALLER),
}


def read_document(data: bytes, file: str, at: str | None) -> Lines:
    """Its records, numbered from 1. `at`: the path of the list that holds them; without it, the only list of objects there is."""
    if len(data) > LARGEST_DOCUMENT:
        raise SourceError(f"one JSON document of more than {LARGEST_DOCUMENT // 1_000_000} MB", file=file, remedy=_SMALLER)
    records: list[str] = []
    limits = {"memory": MEMORY, "seconds": 4 + len(data) // 500_000, "at": at}
    try:
        for message in messages(CHILD, data, limits):
            if "places" in message:
                raise unclear(message["places"], file)
            records.append(message["record"])
    except Stopped as stopped:
        if stopped.word == "nowhere":
            raise SourceError(
                f"no list of objects lies at {at!r}", file=file, remedy="Correct [table] records in the mapping"
            ) from None
        reason, remedy = _STOPPED.get(stopped.word, _STOPPED["json"])
        raise SourceError(reason, file=file, remedy=remedy) from None
    return read_jsonlines("\n".join(records), file)


def unclear(places: dict[str, int], file: str, what: str = "a JSON document", lists: str = "list of objects") -> SourceError:
    """That nobody said which of several lists the records are; or that there is none."""
    if not places:
        remedy = f"A table is a {lists}: look whether it is the right file"
        return SourceError(f"{what} without any {lists}", file=file, remedy=remedy)
    listed = ", ".join(f"{path!r} ({number:,})" for path, number in list(places.items())[:6])
    first = next(iter(places))
    several = lists.replace("list", "lists", 1)
    return SourceError(f"{what} with several {several}: {listed}", file=file, remedy=f'{_SAY}"{first}"')
