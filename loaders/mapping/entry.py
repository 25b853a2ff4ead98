"""Columns that record what a person decided: they become entries of the journal, not claims about the world."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Final

from graph.decided.entry import Kind
from loaders.mapping.cell import Cell
from loaders.mapping.table import Around, Column, Flaw, Many, OneOf, Text, TomlTable
from loaders.mapping.when import When

FIELDS: Final[dict[Kind, tuple[frozenset[str], frozenset[str]]]] = {
    Kind.CONSENT: (frozenset({"purpose"}), frozenset({"recipient", "given", "withdrawn", "reason"})),
    Kind.CUSTODY: (frozenset({"action"}), frozenset({"by", "on", "place", "reason"})),
    Kind.GRADE: (frozenset(), frozenset({"reliability", "credibility", "reason"})),
}
"""Of each kind of entry, the fields it must have and those it may have."""


class EntryPart(TomlTable):
    """A decision that the sheet records about a thing of the row: a consent, a step of custody, a grade."""

    kind: Annotated[str, OneOf(tuple(str(kind) for kind in FIELDS))]
    """What was decided. `consent` takes purpose, recipient, given and withdrawn; `custody` takes action, by, on and place;
    `grade` takes reliability or credibility. All take reason."""
    about: Text
    """The `[thing]` it is about: a person for a consent, a Source for custody and reliability."""
    when: Annotated[tuple[When, ...], Many(alone=True)] = ()
    """Only in rows that meet this condition."""
    purpose: Cell | None = None
    """Of a consent, compulsory: what the person agreed to."""
    recipient: Cell | None = None
    """Of a consent: with whom it may be shared."""
    given: Cell | None = None
    """Of a consent: the day it was given."""
    withdrawn: Cell | None = None
    """Of a consent: the day it was withdrawn."""
    action: Cell | None = None
    """Of custody, compulsory: what was done with the exhibit."""
    by: Cell | None = None
    """Of custody: who did it."""
    on: Cell | None = None
    """Of custody: the day."""
    place: Cell | None = None
    """Of custody: where."""
    reliability: Cell | None = None
    """Of a grade: how far the source itself can be relied on, A (best) to F (cannot be judged)."""
    credibility: Cell | None = None
    """Of a grade: how credible what the row says is, 1 (best) to 6 (cannot be judged)."""
    reason: Cell | None = None
    """Why. Without it, the row itself is named as the reason."""

    @property
    def fields(self) -> dict[str, Cell]:
        """What is recorded, and the cells that hold it."""
        named = {name: getattr(self, name) for name in EntryPart.model_fields if name not in ("kind", "about", "when")}
        return {name: cell for name, cell in named.items() if cell is not None}

    @property
    def reads(self) -> tuple[Column, ...]:
        """Every column that holds one of them."""
        return tuple(dict.fromkeys(column for cell in self.fields.values() for column in cell.reads))

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """The fields of its kind, about a thing of this mapping."""
        if self.about not in around.labels:
            yield Flaw(("about",), "about names a [thing.…] of this mapping")
        if self.about in around.split:
            yield Flaw(("about",), f"a {self.kind} is about one thing, and [thing.{self.about}] is split")
        for name, cell in self.fields.items():
            if cell.split is not None:
                yield Flaw((name, "split"), f"{name} of a {self.kind} holds one value, and split would read several")
        needed, allowed = FIELDS[Kind(self.kind)]
        for name in self.fields.keys() - needed - allowed:
            yield Flaw((name,), f"{name} is no field of a {self.kind}; it has {', '.join(sorted(needed | allowed))}")
        yield from (Flaw((), f"{name} is required", lacks=True) for name in sorted(needed - self.fields.keys()))
        if self.kind == Kind.GRADE and len({"reliability", "credibility"} & self.fields.keys()) != 1:
            yield Flaw((), "give reliability, of a source, or credibility, of what the row says", lacks=True)
