"""What a declaration of the schema consists of: kinds of nodes, kinds of links, their properties, the words they read in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, TypeVar

End = TypeVar("End")

ValueType: TypeAlias = Literal["text", "int", "float", "bool", "time", "date", "texts", "times"]
"""What a property holds on the engines: `time` is a local date-time, `texts` and `times` are lists, `date` is a date as far as it
is stated (`graph.said.stated_date`), in the graph a text.
"""

Timing: TypeAlias = Literal["state", "happening"]
"""A state cited on a day held that whole day; a stay or happening, at some moment of it (DESIGN §4)."""

Protects: TypeAlias = Literal["begin", "end", "both", "nobody"]
"""Which person a link protects: whoever it begins at, ends at, either, or nobody."""


@dataclass(frozen=True, slots=True)
class Property:
    """One property of a node or link. `choices`: the only values allowed, if any. `ordered`: the list's order has a meaning."""

    name: str
    type: ValueType = "text"
    choices: tuple[str, ...] = ()
    ordered: bool = False
    discriminates: bool = False
    """Two links that differ here are two links, however equal otherwise."""
    unsaid: str = ""
    """What it is of a link of which no source says it."""
    least: float | None = None
    most: float | None = None
    """The limits of a number. Without them it may be any."""
    spaced: bool = False
    """Whether each value belongs to a space, which a mapping names: `passport: MP1234567` (`graph.said.identifier`)."""
    indexed: bool = False
    """Whether nodes are looked up by it: both engines keep an index. Lists are not indexed: neither engine can."""
    reads: str = ""
    """What a reader calls it, where the name without its underscores is not enough."""
    means: str = ""
    """What it says, for whoever maps a sheet."""

    @property
    def is_free_text(self) -> bool:
        """Whether a source may word it as it likes."""
        return self.type == "text" and not self.choices

    def holds(self, number: float) -> bool:
        """Whether a number lies within its limits."""
        return (self.least is None or self.least <= number) and (self.most is None or number <= self.most)

    @property
    def limits(self) -> str:
        """The limits in words; empty where there are none."""
        if self.least is None:
            return ""
        return f"{self.least:g} to {self.most:g}" if self.most is not None else f"{self.least:g} or more"

    @property
    def many(self) -> bool:
        """Whether all values that sources give are kept side by side, instead of one that holds."""
        return self.type in ("texts", "times")


@dataclass(frozen=True, slots=True)
class NodeKind:
    """A label. `prefix` begins the ids of its mentions. `timing` is set where the node itself has a span."""

    label: str
    prefix: str
    means: str
    own: tuple[Property, ...] = ()
    timing: Timing | None = None
    evidence: bool = False
    """Says what the case rests on, not what happened: left out of the `facts` hash."""

    @property
    def properties(self) -> tuple[Property, ...]:
        """All properties, the general ones first."""
        return GENERAL + (SPAN if self.timing else ()) + self.own


ANY = "*"
"""In a `Reading`: whatever value the property has."""


@dataclass(frozen=True, slots=True)
class Reading:
    """How a link reads: `forth` from its begin to its end ("commanded"), `back` the other way ("was commanded by").

    `of`: the properties for which it reads so; `{post}` in the text stands for the value of the property `post`.
    """

    forth: str
    back: str
    of: tuple[tuple[str, str | bool], ...] = ()


def reading(forth: str, back: str, **of: str | bool) -> Reading:
    """A `Reading`, as a declaration writes it: `reading("commanded", "was commanded by", function="commander")`."""
    return Reading(forth, back, tuple(of.items()))


@dataclass(frozen=True, slots=True)
class LinkKind:
    """A link type and the labels it may join. `reads`: how a reader says it; the first that fits holds, the last fits all.

    `protects`: whose name a leak of it would endanger. Each type that may join a person says so, if only "nobody".
    `protects_if`: only where what it begins at has this value of this property.
    """

    type: str
    begins: tuple[str, ...]
    ends: tuple[str, ...]
    means: str
    own: tuple[Property, ...] = ()
    timing: Timing | None = None
    evidence: bool = False
    reads: tuple[Reading, ...] = ()
    protects: Protects | None = None
    protects_if: tuple[str, str] | None = None
    once: bool = False
    """What it begins at has one such link at a time: two contradict each other, whoever denies one."""

    def __post_init__(self) -> None:
        if "Person" in (*self.begins, *self.ends) and self.protects is None:
            raise ValueError(f'{self.type} may join a person: say whom it protects, protects="begin", "end", "both" or "nobody"')

    @property
    def properties(self) -> tuple[Property, ...]:
        """All properties, the general ones first."""
        if self.type in BARE:
            return (Property("id"), *self.own)
        return (*GENERAL_LINK, *(SPAN if self.timing else ()), *self.own)

    @property
    def says(self) -> str:
        """What any link of this type says, whatever its properties: "happened at". Empty where no words are declared."""
        return next((reading.forth for reading in self.reads if not reading.of), "")

    def exposes(self, begin: End, end: End) -> tuple[End, ...]:
        """Of these two ends whom a leak of such a link would endanger, whatever `protects_if` says."""
        sides = {"begin": (begin,), "end": (end,), "both": (begin, end)}
        return sides.get(self.protects or "nobody", ())

    @property
    def discriminators(self) -> tuple[str, ...]:
        """Properties in which two links must agree to be one."""
        return tuple(p.name for p in self.own if p.discriminates)

    @property
    def unsaid(self) -> dict[str, str]:
        """What properties are where no source says what, by name."""
        return {p.name: p.unsaid for p in self.own if p.unsaid}


GENERAL = (
    Property("id"),
    Property("name", means="what it is called"),
    Property("conflicts", "texts"),
)
GENERAL_LINK = (
    Property("id"),
    Property("conflicts", "texts"),
    Property("disputed", "bool"),
)
ALIASES = Property("aliases", "texts", reads="also called", means="other names and spellings")
SPAN = (
    Property("possible_from", "time"),
    Property("possible_to", "time"),
    Property("certain_from", "time"),
    Property("certain_to", "time"),
    Property("bridged", "bool"),
    Property("cited_from", "times", ordered=True),
    Property("cited_to", "times", ordered=True),
)
BARE = frozenset({"CITES", "BEARS_ON"})
"""Links between pieces of evidence: an id, no claims of their own."""
