"""A sheet whose cells name several, read; and what came of it, by the names of the things."""

from __future__ import annotations

from pathlib import Path

from graph.said.claim import Mention
from graph.said.span import Span
from loaders.load.load import Load
from tests.loaders.load.sheet import loaded

HEAD = """
name = "incidents"
title = "Incidents"
dates = "day-first"
recognised_by = ["id", "men"]
"""
EVENT = """
[thing.event]
label = "Event"
key = { space = "file", columns = ["id"] }
name = "id"
"""
MEN = """
[thing.man]
label = "Person"
split = ";"
name = "men"
"""
ALLEGED = """
[link.alleged]
type = "ALLEGED_IN"
begin = "man"
end = "event"
rests_on = "men"
"""


def read(folder: Path, sheet: str, *parts: str) -> Load:
    """The sheet, its cells divided by commas, by a mapping of these parts."""
    return loaded(folder, sheet, HEAD + "".join(parts))


def names(load: Load, part: str) -> list[str]:
    """What the things of one part are called, in the order in which they were read."""
    return [called(load, mention) for mention in load.mentions.values() if mention.part == part]


def said(load: Load, part: str, prop: str) -> list[tuple[str, object]]:
    """What is said of each thing of one part: its name, and each value of this property."""
    about = {mention.id: called(load, mention) for mention in load.mentions.values() if mention.part == part}
    return [(about[c.about], c.value) for c in load.claims.values() if c.about in about and c.property == prop]


def links(load: Load, type_: str) -> list[tuple[str, str]]:
    """The ends of each link, by name, in the order in which they were read."""
    by_id = load.mentions
    found = [mention for mention in by_id.values() if mention.what == type_]
    return [(called(load, by_id[link.begin or ""]), called(load, by_id[link.end or ""])) for link in found]


def of_links(load: Load, type_: str, prop: str) -> list[tuple[str, object]]:
    """What is said of each link: the name of the thing it begins at, and each value of this property."""
    begins = {link.id: called(load, load.mentions[link.begin or ""]) for link in load.mentions.values() if link.what == type_}
    return [(begins[c.about], _plain(c.value)) for c in load.claims.values() if c.about in begins and c.property == prop]


def odd(load: Load) -> list[tuple[int, str | None]]:
    """Row and column of all that is odd."""
    return [(issue.row, issue.column) for issue in load.issues]


def refused(load: Load) -> list[tuple[int | None, str | None]]:
    """Row and column of all that was refused."""
    return [(reject.row, reject.column) for reject in load.rejects]


def called(load: Load, mention: Mention) -> str:
    """The name of a thing; without one, its key."""
    values = [str(c.value) for c in load.claims.values() if c.about == mention.id and c.property == "name"]
    return values[0] if values else str(mention.key)


def _plain(value: object) -> object:
    """A span as its day."""
    return Span.of_text(value).possible.begin.strftime("%d.%m.%Y") if isinstance(value, dict) else value
