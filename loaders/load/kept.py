"""A load as the journal and the originals keep it, read once more: the same rows refused, the same cells odd."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from graph.decided.entry import Kind
from graph.errors import MappingError
from graph.said.claim import row_of
from loaders.load.attachments import MISSING, OUTSIDE, TOO_LARGE, UNREADABLE, Attached
from loaders.load.cells import Issue
from loaders.load.citations import file_source
from loaders.load.earlier import title
from loaders.load.load import Load, gather, prepared, prepared_special
from loaders.mapping import parse
from loaders.reading import Original, printable, read_original
from loaders.sources import special_sources

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.decided.entry import Entry
    from graph.kept.case import Case
    from graph.progress import Progress
    from loaders.load.attachments import Named
    from loaders.sources import Source


def kept_load(case: Case, entry: Entry, *, progress: Progress | None = None) -> Load:
    """What this entry loaded, from the original, by the mapping and the answers of that day.

    IntegrityError where the original is gone; MappingError where this version of Linkage does not read that mapping any more.
    """
    body, answers = entry.body, _answers(case, entry)
    name = str(body["file_name"])

    original = Original(printable(name), Path(name).suffix.casefold(), case.originals.read(str(body["file"])), str(body["file"]))
    if body["format"] == body["mapping_name"]:  # a special source: it reads by itself, whatever its own text was that day
        load = prepared_special(Path(name), original, case.originals.path(original.sha256), _source(str(body["format"]), name))
    else:
        mapping = parse(str(body["mapping_text"]), f"mapping {body['mapping_name']}, as kept with load {entry.sequence}")
        reading = read_original(original, encoding=answers.get("encoding"), layout=mapping.layout)
        load = prepared(Path(name), reading, mapping, dates=answers.get("dates"), century=answers.get("century"))
    load.series, load.sequence, load.zone = str(body["series"]), entry.sequence, body["zone"]
    claims = list(case.journal.claims(entry.sequence, load.reading.sha256))
    load.called = title(claims, file_source(load.series))
    held = {(held.claim.about, held.claim.locator, held.claim.original) for held in claims if held.claim.property == "sha256"}
    oddities = set(body["issues"]) & {MISSING, OUTSIDE, TOO_LARGE, UNREADABLE}
    load.look = lambda named: _attached(named, held, oddities)
    gather(load, progress=progress)
    return load


def _source(name: str, file: str) -> Source:
    source = next((source for source in special_sources() if source.name == name), None)
    if source is None:
        raise MappingError(f"{file}: the special source {name} that read it is not in loaders/sources any more: put it back")
    return source


def _answers(case: Case, entry: Entry) -> dict[str, Any]:
    """What a person answered about the file: the entries right before the load."""
    answers: dict[str, Any] = {}
    before = case.journal.entry(entry.sequence - 1)
    while before is not None and before.kind == Kind.ANSWER and before.body["file"] == entry.body["file"]:
        answers[before.body["question"]] = before.body["answer"]
        before = case.journal.entry(before.sequence - 1)
    return answers


def _attached(named: Iterable[Named], held: set[tuple[str, str, str]], oddities: set[str]) -> Attached:
    """Of the files that the sheet names, those that were not kept when it was loaded.

    Where the load had several oddities of this kind, the name shows which of them it was.
    """
    attached = Attached()
    for mention, name, place in named:
        if (mention.id, place, name) not in held:
            outside = Path(name).is_absolute() or Path(os.path.normpath(name)).parts[:1] == (os.pardir,)
            odd = min(oddities) if len(oddities) == 1 else OUTSIDE if outside else MISSING
            attached.issues.append(Issue(row_of(place), None, odd))
    return attached
