"""One XML document: the elements at one path are its records.

What lies in a record has a column by its path: `name.last`, an attribute `name.@lang`, the text of an element by the element's
own path, that of the record by `#text`; of elements that stand more than once, the second is `name[1]`. Names are as they are
written, with their prefix. It says `record`, an object of paths and texts, or, where records may lie in several places, `places`.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final
from xml.parsers import expat

from loaders.reading.formats import Stop

DAMAGED = "xml"
DEEPEST: Final = 100
MOST: Final = 1_048_576
"""Records, and elements of one record."""
ENCODING: Final = {
    expat.errors.codes[text] for text in (expat.errors.XML_ERROR_UNKNOWN_ENCODING, expat.errors.XML_ERROR_INCORRECT_ENCODING)
}
TEXT: Final = "#text"
"""The column of a record's own text."""


@dataclass
class Open:
    """An element within a record, or the record itself, while it is read. `key`: its path in the record."""

    key: str
    text: list[str] = field(default_factory=list)
    inner: Counter[str] = field(default_factory=Counter)
    told: bool = False
    """Whether text of its own stands in it."""


class Records:
    """Says each record at the path when it ends; what lies around them is counted."""

    def __init__(self, at: str, budget: int, send: Callable[..., None]) -> None:
        self.at, self.budget, self.send = at, budget, send
        self.path: list[str] = []
        self.open: list[Open] = []
        self.cells: dict[str, str] = {}
        self.line = self.count = self.around = self.notes = 0

    def start(self, name: str, attributes: list[str], line: int) -> None:
        """An element opens."""
        self.path.append(name)
        if not self.open:
            if ".".join(self.path) != self.at:
                self.around += len(attributes) // 2
                return
            self.count += 1
            if self.count > MOST:
                raise Stop("many")
            self.open, self.cells, self.line = [Open("")], {}, line
        else:
            inside = self.open[-1]
            place = inside.inner[name]
            inside.inner[name] += 1
            key = f"{inside.key}.{name}" if inside.key else name
            self.open.append(Open(f"{key}[{place}]" if place else key))
            if self.open[-1].key in self.cells:  # a.b, and b within a
                raise Stop("twice")
            self.cells[self.open[-1].key] = ""
            if len(self.cells) > MOST:
                raise Stop("many")
        key = self.open[-1].key
        for at in range(0, len(attributes), 2):
            self.cells[f"{key}.@{attributes[at]}" if key else f"@{attributes[at]}"] = attributes[at + 1]

    def characters(self, text: str) -> None:
        """Text is that of every element around it: words that are marked within a sentence stay in it."""
        if not self.open:
            self.around += bool(text.strip())
            return
        self.open[-1].told = self.open[-1].told or bool(text.strip())
        self.open[-1].text.append(text)

    def end(self, name: str) -> None:
        """An element closes."""
        self.path.pop()
        if not self.open:
            return
        one = self.open.pop()
        text = "".join(one.text)
        if one.told or (text and not one.inner):
            self.cells[one.key or TEXT] = text
        elif one.inner and one.key:
            del self.cells[one.key]
        if self.open:
            self.open[-1].text.append(text)
        else:
            record = json.dumps(self.cells)
            self.budget -= len(record)
            if self.budget < 0:
                raise Stop("amplified")
            self.send(record=record, line=self.line)


class Places:
    """Paths at which an element stands several times under one parent, outside of others of the kind."""

    def __init__(self) -> None:
        self.path: list[str] = []
        self.siblings: list[Counter[str]] = [Counter()]
        self.count: Counter[str] = Counter()
        self.several: set[str] = set()
        self.alone: list[str] = []

    def start(self, name: str, attributes: list[str], line: int) -> None:
        """An element opens."""
        self.path.append(name)
        self.siblings[-1][".".join(self.path)] += 1
        self.siblings.append(Counter())

    def characters(self, text: str) -> None:
        """Text is no place."""

    def end(self, name: str) -> None:
        """An element closes, and all within it is known."""
        inside = self.siblings.pop()
        self.path.pop()
        self.count += inside
        self.several |= {path for path, number in inside.items() if number > 1}
        if not self.path:
            self.alone = list(inside)
        if len(self.count) > MOST:
            raise Stop("many")

    def found(self) -> dict[str, int]:
        """The outermost of them; where nothing stands twice, what the root holds."""
        outer = {path for path in self.several if not any(parent in self.several for parent in parents(path))}
        return {path: self.count[path] for path in sorted(outer)} or dict.fromkeys(self.alone, 1)


def parents(path: str) -> list[str]:
    """The paths around a path."""
    steps = path.split(".")
    return [".".join(steps[:end]) for end in range(1, len(steps))]


def pass_over(data: bytes, reader: Records | Places) -> None:
    """Hand each element to the reader. Stop for what is no XML, is too deep, or has entities of its own."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.ordered_attributes = True
    depth = 0

    def start(name: str, attributes: list[str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise Stop("deep")
        reader.start(name, attributes, parser.CurrentLineNumber)

    def end(name: str) -> None:
        nonlocal depth
        depth -= 1
        reader.end(name)

    def refuse(*_: object) -> Any:
        raise Stop("entities")

    def declared(name: str, system: str | None, public: str | None, internal: int) -> None:
        if internal:
            raise Stop("entities")

    def noted(text: str) -> None:
        if isinstance(reader, Records) and reader.open:
            reader.notes += 1

    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = reader.characters
    parser.StartDoctypeDeclHandler = declared
    parser.EntityDeclHandler = refuse
    parser.SkippedEntityHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    parser.CommentHandler = noted
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Stop("encoding" if error.code in ENCODING else "xml") from None
    except (LookupError, UnicodeError, ValueError):
        raise Stop("encoding") from None


def say(data: bytes, limits: dict[str, Any], send: Callable[..., None]) -> None:
    """Write every record, or where there may be some."""
    at = limits["at"]
    if at is None:
        places = Places()
        pass_over(data, places)
        known = places.found()
        if len(known) != 1:
            send(places=dict(sorted(known.items(), key=lambda one: -one[1])[:20]))
            return
        at = next(iter(known))
    records = Records(at, limits["text"], send)
    pass_over(data, records)
    if not records.count:
        raise Stop("nowhere")
    send(around=records.around, notes=records.notes, at=at)
