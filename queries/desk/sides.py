"""Two things side by side: what each is said to be, where they agree and where not, and the rows that say so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from loaders.names.lookup import folded
from queries.desk.rows import place

if TYPE_CHECKING:
    from queries.desk.rows import Fact, Quote, Rows

Agreement: TypeAlias = Literal["same", "partly", "different", "one_side"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two. `names`: as written. `mentions`: how many rows speak of it."""

    id: str
    label: str
    names: tuple[str, ...]
    mentions: int
    quote: Quote


@dataclass(frozen=True, slots=True)
class Field:
    """A property or kind of link, with what is said of it on either side."""

    name: str
    left: tuple[Fact, ...]
    right: tuple[Fact, ...]
    agreement: Agreement


@dataclass(frozen=True, slots=True)
class Sides:
    """Both, and every field that either has."""

    left: Side
    right: Side
    fields: tuple[Field, ...]


def latin(text: str) -> str | None:
    """The text in Latin letters, for who does not read its script; None where it is in them already."""
    if text.isascii():
        return None
    from anyascii import anyascii

    spelt = anyascii(text)
    return spelt if spelt.strip() and spelt != text else None


def beside(rows: Rows, one: str, other: str) -> Sides:
    """The things that two mentions speak of."""
    left, right = rows.facts(one), rows.facts(other)
    order = sorted(left.keys() | right.keys(), key=lambda name: place(rows.state.mentions[one].what, name))
    fields = tuple(_field(name, left.get(name, ()), right.get(name, ())) for name in order)
    return Sides(_side(rows, one, left), _side(rows, other, right), fields)


def _field(name: str, left: tuple[Fact, ...], right: tuple[Fact, ...]) -> Field:
    """What both sides say comes first on either."""
    ours, theirs = ({_meant(fact) for fact in facts} for facts in (left, right))
    first = tuple(sorted(left, key=lambda fact: _meant(fact) not in theirs))
    second = tuple(sorted(right, key=lambda fact: _meant(fact) not in ours))
    return Field(name, first, second, agreement(left, right))


def agreement(left: tuple[Fact, ...], right: tuple[Fact, ...]) -> Agreement:
    """How far two lists of facts agree: the same ones, some, values that may be one (a year and a day in it), or none."""
    if not left or not right:
        return "one_side"
    ours, theirs = ({_meant(fact) for fact in facts} for facts in (left, right))
    if ours == theirs:
        return "same"
    if ours & theirs or any(_near(one, other) for one in ours for other in theirs):
        return "partly"
    return "different"


def _side(rows: Rows, mention: str, facts: dict[str, tuple[Fact, ...]]) -> Side:
    members = rows.members(mention)
    names = tuple(fact.text for fact in facts.get("name", ()) if not fact.denied)
    return Side(members[0], rows.state.mentions[mention].what, names, len(members), rows.quote(mention))


def _meant(fact: Fact) -> str:
    """What a fact comes to when it is compared: the other thing, whatever it is called, or the folded words."""
    meant = fact.other or folded(fact.text) or str(fact.when)
    return f"not {meant}" if fact.denied else meant


def _near(one: str, other: str) -> bool:
    """Whether a reader may take them for one: a year and a day in it, the same words in another order or script."""
    if one.startswith(other) or other.startswith(one):
        return True
    words = [sorted((latin(text) or text).split()) for text in (one, other)]
    return words[0] == words[1]
