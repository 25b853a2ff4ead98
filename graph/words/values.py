"""Values, names of properties and counts as a reader says them."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Final

from graph import schema
from graph.words.times import moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

YES, NO = "yes", "no"
FEW: Final = 8
"""How many columns a line names."""
LONGEST: Final = 60
"""How much of a column's name."""


def plain(name: str) -> str:
    """A name of ours without its underscores: "gap_days" is "gap days"."""
    return name.replace("_", " ").strip()


def name(kind: str, prop: str) -> str:
    """What a reader calls a property of this label or link type: "recognised by", "SHA-256"."""
    declared = _declared(kind, prop)
    return (declared.reads if declared else "") or anywhere(prop)


def anywhere(prop: str) -> str:
    """What a reader calls a property, whatever bears it; a link type that stands among conflicts by its words."""
    return _named().get(prop) or plain(prop)


def value(stated: object, *, many: str = ", ", short: bool = False) -> str:
    """A value as a line of text, the empty text where there is none. `many` stands between several; `short`: in a table."""
    if stated is None:
        return ""
    if isinstance(stated, bool):
        return YES if stated else NO
    if isinstance(stated, date):
        return moment(stated, short=short)
    if isinstance(stated, list | tuple):
        return many.join(value(item, many=many, short=short) for item in stated)
    return word(stated) if isinstance(stated, str) else str(stated)


def word(text: str) -> str:
    """A word of our own vocabulary without underscores ("sexual_violence"); any other text as it is."""
    return plain(text) if text in _chosen() else text


def also(others: Iterable[str]) -> str:
    """What other sources say of a value: " (also 1975)". Nothing where they are not known."""
    listed = sorted(set(others))
    return f" (also {', '.join(listed)})" if listed else ""


def count(number: int, singular: str, many: str = "") -> str:
    """A number and its noun: "1 row", "1,200 rows", "2 entries"."""
    return f"{number:,} {singular if number == 1 else many or plural(singular)}"


def columns(names: Sequence[str]) -> str:
    """Columns by name, as many as a line holds: "the columns 'a', 'b' and 3 more"."""
    named = ", ".join(repr(name if len(name) <= LONGEST else f"{name[: LONGEST - 1]}…") for name in names[:FEW])
    more = f" and {len(names) - FEW:,} more" if len(names) > FEW else ""
    return f"the {'column' if len(names) == 1 else 'columns'} {named}{more}"


def plural(singular: str) -> str:
    """Of a regular English noun: "persons", "entries", "boxes"."""
    if singular.endswith("y") and singular[-2:-1] not in "aeiou":
        return f"{singular[:-1]}ies"
    return f"{singular}es" if singular.endswith(("s", "x", "ch", "sh")) else f"{singular}s"


def thing(label: str, number: int = 1) -> str:
    """A label as a reader says it: "Person" is "person", of several "persons"."""
    singular = label.lower()
    return singular if number == 1 else plural(singular)


@cache
def _named() -> dict[str, str]:
    links = {kind.type: kind.says for kind in schema.LINKS if kind.says}
    return links | {prop.name: prop.reads for kind in _kinds() for prop in kind.properties if prop.reads}


@cache
def _declared(kind: str, prop: str) -> schema.Property | None:
    try:
        return schema.property_of(kind, prop)
    except KeyError:
        return None


@cache
def _chosen() -> frozenset[str]:
    return frozenset(choice for kind in _kinds() for prop in kind.own for choice in prop.choices if "_" in choice)


def _kinds() -> tuple[schema.NodeKind | schema.LinkKind, ...]:
    return (*schema.NODES, *schema.LINKS)
