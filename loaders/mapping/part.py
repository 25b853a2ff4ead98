"""Parts of a mapping: the things a row names, the links between them, and when a row has them."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property
from typing import Annotated, Final, TypeAlias, cast

from pydantic import ConfigDict, Field, StrictBool

from graph import schema
from graph.said.claim import FILE
from graph.schema import Property
from loaders.mapping.cell import Cell, Text
from loaders.mapping.date import DateCell, SpanPart
from loaders.mapping.pattern import Pattern
from loaders.mapping.point import PointCell
from loaders.mapping.table import EACH, Around, Column, Flaw, Many, OneOf, Path, TextOrNumber, TomlTable, columns
from loaders.mapping.value import typed

LABELS: Final = tuple(label for label in schema.NODE if label not in ("Claim", "Element"))
"""What a row may be about. Claims are made by loading, legal elements come with Linkage."""
TYPES: Final = tuple(type_ for type_ in schema.LINK if type_ not in schema.BARE)
COMPUTED: Final = frozenset({"id", "conflicts", "disputed", "protected", "origin"})
"""Properties that no sheet states: they are worked out, or a person decides them."""

Cells: TypeAlias = Annotated[tuple[Cell, ...], Many(alone=True)]
Names: TypeAlias = Annotated[tuple[Text, ...], Many(alone=True)]


class When(TomlTable):
    """A condition: the part is there only in rows that meet it."""

    column: Column
    """The column that is looked at."""
    is_: Annotated[tuple[Text, ...], Many()] = Field(default=(), alias="is")
    """The cell holds one of these words."""
    filled: StrictBool | None = None
    """`true`: the cell holds anything. `false`: it is empty."""

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """One of two conditions."""
        if bool(self.is_) == (self.filled is not None):
            yield Flaw((), "give is = [words], or filled = true or false", lacks=True)


class Key(TomlTable):
    """The compiler's own key. Rows with the same key are about one thing, without anybody looking."""

    space: Text
    """`"file"`: the key counts inside this one file. Or the name of a `[key_space]`: it counts in all files that name it."""
    columns: Annotated[tuple[Column, ...], Many(), Field(min_length=1)]
    """The columns that make up the key. A row in which one of them is empty has no key."""
    never: Pattern | None = None
    """A pattern of what is no key, such as "(?i)unknown". Such rows have no key."""
    partial: StrictBool = False
    """`true`: a row has a key if at least one of the columns is filled."""
    distinct: StrictBool = False
    """`true`: two keys of this file are never one thing. Only with the space `"file"`; a `[key_space]` says so itself."""

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """Only key spaces whose reason is given."""
        if self.space != FILE and self.space not in around.spaces:
            yield Flaw(("space",), 'space is "file" or one of [key_space.…], with its reason')
        if self.distinct and self.space != FILE:
            yield Flaw(("distinct",), "distinct belongs to a named key space, where its reason is given: [key_space.…]")


class Part(TomlTable):
    """What things and links have in common. Every other key of the table is a property, and holds a cell or a list of cells."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, Cells] = Field(init=False)

    when: Annotated[tuple[When, ...], Many(alone=True)] = ()
    """The part is there only in rows that meet this condition; of several, all of them."""
    each: Annotated[tuple[Annotated[str, TextOrNumber()], ...], Many()] = ()
    """Numbers or words. The part is read once for each; `{each}` in the name of a column stands for it."""
    span: SpanPart | None = None
    """When it was so."""

    @property
    def properties(self) -> dict[str, tuple[Cell, ...]]:
        """The cells of each property."""
        return cast("dict[str, tuple[Cell, ...]]", self.model_extra or {})

    @cached_property
    def telling(self) -> tuple[Cell | DateCell, ...]:
        """Its cells of properties and dates."""
        cells = tuple(cell for group in self.properties.values() for cell in group)
        return (*cells, *self.span.opening, *self.span.closing) if self.span else cells

    @cached_property
    def reads(self) -> tuple[Column, ...]:
        """Every column that it reads, but those of its condition."""
        conditions = {column for _, column in columns(self.when)}
        return tuple(dict.fromkeys(column for _, column in columns(self) if column not in conditions))

    def expanded(self, names: Iterable[str]) -> set[str]:
        """Names of columns, with everything that `{each}` stands for."""
        return {name.replace(EACH, word) for name in names for word in self.each or (EACH,)}

    def _flaws(self, kind: str, declared: dict[str, Property], timed: bool) -> Iterable[Flaw]:
        if self.span is not None and not timed:
            yield Flaw(("span",), f"{kind} has no span: nothing of it changes with time")
        for name, cells in self.properties.items():
            if name not in declared:
                near = get_close_matches(name, declared, 1)
                meant = f"did you mean {near[0]!r}? " if near else ""
                yield Flaw((name,), f"{kind} has no property {name!r}; {meant}it may have {', '.join(declared) or 'none'}")
                continue
            for place, cell in enumerate(cells):
                yield from _meanings(declared[name], cell, (name, place))
        if not self.each:
            for at, column in columns(self):
                if EACH in column:
                    yield Flaw(at, f"{EACH} stands here, and the part has no each = […]")


class ThingPart(Part):
    """Columns about one thing: a person, a unit, a place, an event."""

    label: Annotated[str, OneOf(LABELS)]
    """What it is."""
    key: Key | None = None
    """By which key the compiler knows it. Without one, every row is about a thing of its own, until somebody joins them."""
    own_id: Column | None = None
    """A column with the compiler's id that is not used as the key. It is only held against the key, and differences are
    reported."""
    attached: Column | None = None
    """A column that names a file beside the sheet. That file is kept in the case too. Only for the label Source."""
    coordinates: Annotated[tuple[PointCell, ...], Many(alone=True)] = ()
    """Latitude and longitude together, in one cell or in columns that are read together. Only for the label Station. Where
    each has a column of its own, map `latitude` and `longitude` instead. What is no point is reported, and costs the point."""
    rests_on: Annotated[tuple[Cell, ...], Many()] = ()
    """Cells that give the thing no property and still say that it exists, each on the word of its own sources."""

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """Against the label: its properties, and something in the row that says it is there."""
        yield from self._flaws(self.label, self.declared(self.label), schema.NODE[self.label].timing is not None)
        if not self.deciding and self.key is None:
            yield Flaw((), "no column says that a row has one: give name, another property, or key", lacks=True)
        if self.own_id is not None and self.key is None:
            yield Flaw(("own_id",), "own_id is held against the key: give key")
        if self.attached is not None and self.label != "Source":
            yield Flaw(("attached",), "attached goes with the label Source")
        if self.coordinates and not self.may_lie:
            yield Flaw(("coordinates",), f"coordinates go with the label Station, not {self.label}")

    @staticmethod
    def declared(label: str) -> dict[str, Property]:
        """The properties that a sheet can state of such a thing."""
        stated = (prop for prop in schema.NODE[label].properties if prop not in schema.SPAN)
        return {prop.name: prop for prop in stated if prop.name not in COMPUTED | ThingPart.model_fields.keys()}

    @property
    def may_lie(self) -> bool:
        """Whether such a thing has a latitude and a longitude."""
        return any(prop.name == "latitude" for prop in schema.NODE[self.label].own)

    @cached_property
    def telling(self) -> tuple[Cell | DateCell, ...]:
        """Its cells of properties, places and dates."""
        return (*super().telling, *(point.cell for point in self.coordinates))

    @cached_property
    def naming(self) -> tuple[Cell, ...]:
        """The cells of its name, or of all its properties."""
        return self.properties.get("name") or tuple(cell for group in self.properties.values() for cell in group)

    @cached_property
    def deciding(self) -> tuple[Cell, ...]:
        """Those of them that say whether a row has such a thing. Where there is none, its key says so alone."""
        return tuple(cell for cell in self.naming if cell.text is None)


class LinkPart(Part):
    """A link between two things of the row."""

    type: Annotated[str, OneOf(TYPES)]
    """What links them."""
    begin: Names
    """The `[thing]` it begins at. Of a list, the first that the row has."""
    end: Names
    """The `[thing]` it leads to. Of a list, the first that the row has."""
    rests_on: Cell
    """The cell that says there is such a link. Where it is empty, there is none. Its sources are those of the link."""
    denies: StrictBool = False
    """`true`: the source says that it was *not* so. A denial never makes a link; it disputes the links that others assert.
    That somebody was not at a place disputes also the part he is said to have had in what happened there then."""

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """Against the type: what it may join, and its properties."""
        kind = schema.LINK[self.type]
        for side, allowed in (("begin", kind.begins), ("end", kind.ends)):
            for name in getattr(self, side):
                label = around.labels.get(name)
                if label is None:
                    near = get_close_matches(name, around.labels, 1)
                    meant = f"; did you mean {near[0]!r}?" if near else ""
                    yield Flaw((side,), f"{side} names [thing.{name}], which is not there{meant}")
                elif label in schema.NODE and label not in allowed:
                    yield Flaw((side,), f"{side} of {kind.type} is a {' or '.join(allowed)}, not a {label}")
        yield from self._flaws(self.type, {prop.name: prop for prop in kind.own}, kind.timing is not None)


def misfit(declared: Property, value: object, at: Path) -> Iterable[Flaw]:
    """That the property cannot have this value."""
    try:
        typed(value, declared)
    except ValueError as error:
        reason = f"is none of {', '.join(declared.choices)}" if declared.choices else f"is {error}"
        yield Flaw(at, f"{value!r} {reason}")


def _meanings(declared: Property, cell: Cell, at: Path) -> Iterable[Flaw]:
    """What the mapping writes down must be a value of the property."""
    for where, value in cell.meanings:
        yield from misfit(declared, value, (*at, *where))
    if declared.type == "bool" and cell.text is None and not (cell.values or cell.matches):
        yield Flaw(at, "true or false: say with values which words mean which, such as { yes = true, no = false }")
