"""Cells that should name somebody and name nobody: "unknown", dashes, totals. Such a cell is never a name, and never a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from loaders.load.cells import Issue, RowRejected, Unreadable, pieces, taken
from loaders.mapping import Cell
from loaders.names.bodies import is_kind
from loaders.reading import NAMELESS, READ_AS, describes, describes_unknown

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from loaders.load.cells import Cells
    from loaders.mapping import Mapping, ThingPart
    from loaders.mapping.table import Column
    from loaders.reading import Nothing

LABELS: Final = frozenset({"Person", "Unit", "Station", "Area"})
"""What has a name of its own; a document or an event has a title, which may be anything."""
NAMES: Final = ("name", "aliases", "birthplace", "nationality", "father", "mother", "identifiers")
"""Properties of which a cell may say that nobody knows them: "unknown" is no father."""
NO_KEY: Final = "no key: "
NOTHING_MORE: Final = "{read}, and the row says nothing more"
EDGES: Final = "([{,.;:!?)]}"
CODE: Final = 3
"""A key of so many letters and figures may be a code: NA is a country."""
DESCRIBED: Final = {"Person": ("identified", "described"), "Unit": ("kind", "unknown")}
"""What is said of somebody or something that nobody names, where the sheet itself says nothing of it row by row."""


class Unnamed(NamedTuple):
    """What the naming cells of a thing say instead of a name, the columns they stand in, and their text."""

    says: Nothing
    columns: tuple[Column, ...]
    text: str

    @property
    def read_as(self) -> str:
        """As a report says it."""
        return READ_AS[self.says]

    @property
    def describes(self) -> bool:
        """Whether it says more of somebody than that he is not known: "wife", "unknown man"."""
        return self.says == "kin" or (self.says == "unknown" and describes(self.text))

    def issue(self, cells: Cells) -> Issue:
        """That the cell is no name."""
        return Issue(cells.row, cells.column(self.columns[0]), self.read_as)


def unnamed(part: ThingPart, cells: Cells) -> Unnamed | None:
    """What the cells of a thing's name say, if they hold something and all of it names nobody."""
    if part.label not in LABELS:
        return None
    said: list[Unnamed] = []
    for cell in part.properties.get("name", ()):
        for piece in _pieces(cell, cells):
            nothing = says_nothing(cell, piece, cells)
            if (
                nothing is None
                and part.label == "Person"
                and not (cell.values or cell.matches)
                and somebody_unknown(piece, cells)
            ):
                nothing = "unknown"
            if nothing is None:
                return None
            said.append(Unnamed(nothing, cell.reads, piece))
    return next((one for one in said if one.says in NAMELESS), said[0]) if said else None


def somebody_unknown(text: str, cells: Cells) -> bool | None:
    """Of a text that begins with a word for somebody unknown, whether all of it describes him; None of any other.

    A word with a capital letter may be his name, unless it is a kind of body: "Unknown officer of the OMON in a mask".
    """
    if text in cells.names or not describes_unknown(text):
        return None
    words = text.replace("/", " ").split()[1:]
    return all(word.islower() or not any(map(str.isupper, word)) or is_kind(word.strip(EDGES)) for word in words)


def is_code(name: str, text: str) -> bool:
    """Whether a value is a code, though it looks like "not known": NA is a nationality, XX is none."""
    return name == "nationality" and len(text) <= CODE and text.isalpha() and len(set(text.casefold())) > 1


def says_nothing(cell: Cell, text: str, cells: Cells) -> Nothing | None:
    """What a text of a cell of names says instead of one; the mapping's own words are what it says they are."""
    return None if cell.values or cell.matches else cells.nothing(text)


def is_total(mapping: Mapping, cells: Cells) -> Unnamed | None:
    """That the row is a sum: it names a total where a person should stand, and nobody elsewhere."""
    total: Unnamed | None = None
    for part in mapping.thing.values():
        if part.label != "Person" or part.each:
            continue
        said = unnamed(part, cells)
        if said is None and any(_pieces(cell, cells) for cell in part.properties.get("name", ())):
            return None
        total = said if said is not None and said.says == "total" else total
    return total


def remains(said: Unnamed, part: ThingPart, key: str | None, more: Iterable[str], cells: Cells) -> bool:
    """Whether a thing without a name is there all the same. `more`: all columns that the mapping reads.

    Somebody unknown is, if the row says anything else. Where the cell says that there is nothing, only a key or another cell of
    the thing itself shows that there is somebody. Whoever is "the same", one of several or a sum is not a new one.
    """
    if said.says in NAMELESS:
        told = said.says == "unknown" and cells.nothing(said.text) is None  # "Unknown masked officer, wolf on the sleeve"
        return told or key is not None or _filled((name for name in more if name not in _columns(said, cells)), cells)
    if said.says in ("ditto", "count", "total", "elsewhere"):
        return False
    own = {cells.column(name) for group in part.properties.values() for cell in group for name in cell.reads}
    return key is not None or _filled(own - _columns(said, cells), cells)


def described(part: ThingPart, said: Unnamed, cells: Cells) -> dict[str, tuple[Cell, ...]]:
    """The properties of a thing that nobody names: of a person that he is only described, of a unit that it is not known.

    "Unknown man" says more of a person than that he is not known, and so does "wife": it describes, where no other cell does.
    """
    properties = {name: cells for name, cells in part.properties.items() if name != "name"}
    name, value = DESCRIBED.get(part.label, ("", ""))
    if name and not any(cell.reads for cell in properties.get(name, ())):
        properties[name] = (Cell(text=value),)
    own = properties.get("description", ())
    told = any(cell.text for cell in own) or _filled((cells.column(name) for cell in own for name in cell.reads), cells)
    if part.label == "Person" and said.describes and not told:
        properties["description"] = (Cell(columns=said.columns),)
    return properties


def no_key(label: str, column: str, naming: Collection[str], cells: Cells) -> Nothing | None:
    """What a cell of a key says instead of one."""
    text = cells.text(column)
    if column in naming and label == "Person" and somebody_unknown(text, cells):
        return "unknown"
    short = column not in naming and len(text) <= CODE and text.isalnum()
    return None if short else cells.nothing(text)


def _pieces(cell: Cell, cells: Cells) -> list[str]:
    """The names in a cell; none where it holds so many that the row is refused for it."""
    try:
        return [taken(cell, piece, cells) for piece in pieces(cell, cells)]
    except (RowRejected, Unreadable):
        return []


def _columns(said: Unnamed, cells: Cells) -> set[str]:
    return {cells.column(name) for name in said.columns}


def _filled(columns: Iterable[str], cells: Cells) -> bool:
    texts = (cells.by_column.get(name, "").strip() for name in columns)
    return any(text and text not in cells.missing and cells.nothing(text) is None for text in texts)
