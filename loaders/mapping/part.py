"""Parts of a mapping: the things a row names, the links between them, and when a row has them."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property
from typing import Annotated, Final, TypeAlias, cast

from pydantic import ConfigDict, Field, StrictBool

from graph import schema
from graph.said.claim import FILE
from graph.schema import Property
from loaders.mapping.cell import Cell
from loaders.mapping.date import DateCell, SpanPart
from loaders.mapping.pattern import Pattern
from loaders.mapping.point import PointCell
from loaders.mapping.split import Split
from loaders.mapping.table import EACH, Around, Column, Flaw, Many, OneOf, Path, Text, TextOrNumber, TomlTable, columns
from loaders.mapping.value import typed
from loaders.mapping.when import When

LABELS: Final = tuple(label for label in schema.NODE if label not in ("Claim", "Element"))
"""What a row may be about. Claims are made by loading, legal elements come with Linkage."""
TYPES: Final = tuple(type_ for type_ in schema.LINK if type_ not in schema.BARE)
COMPUTED: Final = frozenset({"id", "conflicts", "disputed", "protected", "origin"})
"""Properties that no sheet states: they are worked out, or a person decides them."""

BESIDE: Final = ("source", "grade", "quote")
"""Keys of a cell under which stand columns that say something about its value."""
PAIRS: Final = ("in_order", "each_with_each")

NO_EACH: Final = f"{EACH} stands here, and the part has no each = […]"

Cells: TypeAlias = Annotated[tuple[Cell, ...], Many(alone=True)]
Names: TypeAlias = Annotated[tuple[Text, ...], Many(alone=True)]


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
    """Numbers or words. The part is read once for each; `{each}` in the name of a column, or in a `text`, stands for it."""
    span: SpanPart | None = None
    """When it was so."""
    shared: Annotated[tuple[Text, ...], Many()] = ()
    """Where a cell names several things: columns that are not split with it, since what they hold is true of each of them. What
    the other columns hold, as many values as there are things, goes by its place: the first value is of the first thing. So does
    what a condition looks at, also that of the thing at the other end of a link."""

    @property
    @abstractmethod
    def what(self) -> str:
        """What it is of: a label or link type."""

    @cached_property
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

    @cached_property
    def holds(self) -> tuple[Column, ...]:
        """Every column that it reads for something other than its condition, whether or not the condition looks at it too."""
        return tuple(dict.fromkeys(column for at, column in columns(self) if at[0] != "when"))

    @cached_property
    def beside(self) -> frozenset[str]:
        """Columns that say something about a value: whose word it is, how it is graded or worded. They are never split."""
        named = [(at[-1] in BESIDE, column) for at, column in columns(self) if at[0] != "when"]
        return frozenset({column for beside, column in named if beside} - {column for beside, column in named if not beside})

    @cached_property
    def lists(self) -> frozenset[str]:
        """Columns that one thing alone holds whole: dates, numbers and points, which may have such signs in them; cells that are
        split themselves; and what stands beside a value."""
        own = {column for cell in self.telling if isinstance(cell, Cell) and cell.split is not None for column in cell.reads}
        return self.beside | self.dates | self.numbers | self.points | own

    @cached_property
    def dates(self) -> frozenset[str]:
        """Columns of dates. One of ages is none, and that of the day on which they were so is one."""
        cells = (*self.span.opening, *self.span.closing) if self.span else ()
        ages = [cell for group in self.properties.values() for cell in group if cell.age_on is not None]
        dated = (*cells, *(cell.age_on for cell in ages if cell.age_on is not None))
        stated = self._of_type("date") - {column for cell in ages for column in cell.reads}
        return stated.union(cell.column for cell in dated if cell.column is not None)

    @cached_property
    def numbers(self) -> frozenset[str]:
        """Columns of numbers."""
        return self._of_type("int", "float")

    @property
    def points(self) -> frozenset[str]:
        """Columns of points."""
        return frozenset()

    def _of_type(self, *types: str) -> frozenset[str]:
        stated = (group for name, group in self.properties.items() if schema.property_of(self.what, name).type in types)
        return frozenset(column for group in stated for cell in group for column in cell.reads)

    def expanded(self, names: Iterable[str]) -> set[str]:
        """Names of columns, with everything that `{each}` stands for."""
        return {name.replace(EACH, word) for name in names for word in self.each or (EACH,)}

    def _flaws(self, kind: str, declared: dict[str, Property], timed: bool, asked: frozenset[str]) -> Iterable[Flaw]:
        """`asked`: columns that conditions of the mapping look at."""
        if self.span is not None and not timed:
            yield Flaw(("span",), f"{kind} has no span: nothing of it changes with time")
        for name, cells in self.properties.items():
            if name not in declared:
                near = get_close_matches(name, declared, 1)
                meant = f"did you mean {near[0]!r}? " if near else ""
                yield Flaw((name,), f"{kind} has no property {name!r}; {meant}it may have {', '.join(declared) or 'none'}")
                continue
            for place, cell in enumerate(cells):
                yield from _meanings(declared[name], cell, (name, place), self.each)
                yield from _only_of(declared[name], cell, (name, place))
                if cell.split is not None and not declared[name].many:
                    yield Flaw((name, place, "split"), _one_value(kind, name, cell))
        asked |= {column for _, column in columns(self.when)}
        unread = [name for name in self.shared if name not in self.holds and name not in asked]
        yield from (Flaw(("shared",), f"shared names {name!r}, which the part does not read") for name in unread)
        if not self.each:
            for at, column in columns(self):
                if EACH in column:
                    yield Flaw(at, NO_EACH)
            for at, cell in self._texts():
                if isinstance(cell.text, str) and EACH in cell.text:
                    yield Flaw((*at, "text"), NO_EACH)

    def _texts(self) -> Iterable[tuple[Path, Cell]]:
        """Every cell of a property, and where it stands."""
        return (((name, place), cell) for name, cells in self.properties.items() for place, cell in enumerate(cells))


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
    split: Split | None = None
    """Several things in one cell: what stands between them, as a sign, a list of signs, or a pattern. The cell of the name is
    cut there, or that of the key where there is no name; each piece is a thing of its own, with links and a key of its own."""

    @property
    def what(self) -> str:
        """Its label."""
        return self.label

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """Against the label: its properties, and something in the row that says it is there."""
        yield from self._flaws(self.label, self.declared(self.label), schema.NODE[self.label].timing is not None, frozenset())
        if not self.deciding and self.key is None:
            yield Flaw((), "no column says that a row has one: give name, another property, or key", lacks=True)
        if self.own_id is not None and self.key is None:
            yield Flaw(("own_id",), "own_id is held against the key: give key")
        if self.attached is not None and self.label != "Source":
            yield Flaw(("attached",), "attached goes with the label Source")
        for place, cell in enumerate(self.rests_on):
            yield from _only_of(None, cell, ("rests_on", place))
        if self.coordinates and not self.may_lie:
            yield Flaw(("coordinates",), f"coordinates go with the label Station, not {self.label}")
        yield from self._split_flaws()

    def _split_flaws(self) -> Iterable[Flaw]:
        """Where a cell names several things: one that is cut, and a key that tells them apart."""
        if self.split is None:
            if self.shared:
                yield Flaw(("shared",), "shared goes with split: a cell that names several things")
            return
        if not self.cut:
            yield Flaw(("split",), "split cuts the cell of the name or of the key: give one that is not shared", lacks=True)
        elif self.key is not None and set(self.key.columns) <= set(self.shared):
            yield Flaw(("shared",), "all things of one cell would have the same key: it needs a column that is split")
        if self.own_id is not None:
            yield Flaw(("own_id",), "own_id is one id of the row, and split makes several things of it")

    @cached_property
    def cut(self) -> tuple[tuple[Column, ...], ...]:
        """Where the thing is split: the columns of each of its names, or those of its key."""
        named = [cell.reads for cell in self.properties.get("name", ()) if cell.reads] or ([self.key.columns] if self.key else [])
        split = (tuple(column for column in columns if column not in self.shared) for columns in named)
        return tuple(columns for columns in split if columns)

    @staticmethod
    def declared(label: str) -> dict[str, Property]:
        """The properties that a sheet can state of such a thing."""
        stated = (prop for prop in schema.NODE[label].properties if prop not in schema.SPAN)
        return {prop.name: prop for prop in stated if prop.name not in COMPUTED | ThingPart.model_fields.keys()}

    @property
    def may_lie(self) -> bool:
        """Whether such a thing has a latitude and a longitude."""
        return any(prop.name == "latitude" for prop in schema.NODE[self.label].own)

    @property
    def points(self) -> frozenset[str]:
        """Columns of points."""
        return frozenset(column for point in self.coordinates for column in point.cell.reads)

    @cached_property
    def telling(self) -> tuple[Cell | DateCell, ...]:
        """Its cells of properties, places and dates."""
        return (*super().telling, *(point.cell for point in self.coordinates))

    @cached_property
    def named_by(self) -> frozenset[str]:
        """The columns of its name."""
        return frozenset(name for cell in self.properties.get("name", ()) for name in cell.reads)

    @cached_property
    def lies(self) -> bool:
        """Whether a cell says where it lies."""
        return bool(self.coordinates) or not {"latitude", "longitude"}.isdisjoint(self.properties)

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
    pairs: Annotated[str, OneOf(PAIRS)] | None = None
    """Where the things at both ends are split, which belong together. `in_order`: the first and the first, the second and the
    second. `each_with_each`: the sheet means every one with every one."""
    denies: StrictBool = False
    """`true`: the source says that it was *not* so. A denial never makes a link; it disputes the links that others assert.
    That somebody was not at a place disputes also the part he is said to have had in what happened there then."""

    @property
    def what(self) -> str:
        """Its type."""
        return self.type

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
        yield from self._flaws(self.type, {prop.name: prop for prop in kind.own}, kind.timing is not None, around.asked)
        yield from _only_of(None, self.rests_on, ("rests_on",))
        yield from self._split_flaws(around.split)

    def _split_flaws(self, split: frozenset[str]) -> Iterable[Flaw]:
        """Where a cell names several things at an end: which of them it means, and which of them with which."""
        ends = [side for side in ("begin", "end") if split.intersection(getattr(self, side))]
        for side in ends:
            if len(getattr(self, side)) > 1:
                yield Flaw((side,), f"{side} names several things, and one of them is split: give each a link of its own")
        if len(ends) < 2 and self.pairs is not None:
            yield Flaw(("pairs",), "pairs goes with things that are split at both ends")
        elif len(ends) == 2 and self.begin == self.end:
            yield Flaw(("end",), "begin and end are the same cell: who of it is linked to whom is not said")
        elif len(ends) == 2 and self.pairs is None:
            says = "the things at both ends are split, and who belongs to whom is not said: give pairs, one of "
            yield Flaw((), says + ", ".join(PAIRS), lacks=True)
        if not ends and self.shared:
            yield Flaw(("shared",), "shared goes with a thing at one of the ends that is split")


def misfit(declared: Property, value: object, at: Path) -> Iterable[Flaw]:
    """That the property cannot have this value."""
    try:
        typed(value, declared)
    except ValueError as error:
        reason = f"is none of {', '.join(declared.choices)}" if declared.choices else f"is {error}"
        yield Flaw(at, f"{value!r} {reason}")


def _one_value(kind: str, name: str, cell: Cell) -> str:
    """That several values in one cell are too many for the property, and what to do."""
    where = ", ".join(cell.reads)
    remedy = "where a cell names several things, split belongs to their [thing.…] itself, beside label"
    return f"{name} of {kind} holds one value, and split would read several from {where}: {remedy}"


def _only_of(declared: Property | None, cell: Cell, at: Path) -> Iterable[Flaw]:
    """What only some properties have: the space of a number, the day of an age."""
    if declared is not None and declared.spaced and cell.space is None:
        yield Flaw(at, 'whose number it is, and of which kind, is not said: give space = "passport" or the like', lacks=True)
    if cell.space is not None and (declared is None or not declared.spaced):
        yield Flaw((*at, "space"), "space goes with identifiers")
    if cell.age_on is not None and (declared is None or declared.name != "born"):
        yield Flaw((*at, "age_on"), "age_on goes with born: from an age it is read when somebody was born")


def _meanings(declared: Property, cell: Cell, at: Path, each: Iterable[str]) -> Iterable[Flaw]:
    """What the mapping writes down must be a value of the property, whatever `{each}` in it stands for."""
    for where, value in cell.meanings:
        if isinstance(value, str) and EACH in value and where == ("text",):
            for word in each:
                yield from misfit(declared, value.replace(EACH, word), (*at, *where))
        else:
            yield from misfit(declared, value, (*at, *where))
    if declared.type == "bool" and cell.text is None and not (cell.values or cell.matches):
        yield Flaw(at, "true or false: say with values which words mean which, such as { yes = true, no = false }")
