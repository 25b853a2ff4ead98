"""Conditions: in which rows there is a part."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import Field, StrictBool

from loaders.mapping.pattern import Pattern
from loaders.mapping.table import Around, Column, Flaw, Many, Text, TomlTable


class When(TomlTable):
    """A condition: the part is there only in rows that meet it. It looks at one column, or holds other conditions."""

    column: Column | None = None
    """The column that is looked at."""
    is_: Annotated[tuple[Text, ...], Many()] = Field(default=(), alias="is")
    """The cell holds one of these words. A cell that is split is asked whole, as it is written, and then each piece of it."""
    is_not: Annotated[tuple[Text, ...], Many()] = ()
    """The cell holds another word than these, or none. A cell that is split must differ from them whole, and in the piece."""
    filled: StrictBool | None = None
    """`true`: the cell holds anything. `false`: it is empty."""
    matches: Pattern | None = None
    """The pattern is found in the cell."""
    all_of: Annotated[tuple[When, ...], Many()] = ()
    """Instead of a column: conditions that must all be met."""
    any_of: Annotated[tuple[When, ...], Many()] = ()
    """Instead of a column: conditions of which one must be met, or more."""

    @property
    def tests(self) -> Iterable[When]:
        """The conditions that look at a column."""
        if self.column is not None:
            yield self
        for inner in (*self.all_of, *self.any_of):
            yield from inner.tests

    @property
    def says_what(self) -> bool:
        """Whether it asks what a cell says, and not only that it says nothing or something else."""
        return bool(self.is_) or self.matches is not None

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """One column with one condition, or one list of conditions."""
        ways = sum((bool(self.is_), bool(self.is_not), self.filled is not None, self.matches is not None))
        inner = sum((bool(self.all_of), bool(self.any_of)))
        if (self.column is not None) + inner != 1:
            yield Flaw((), "give one of column = a column, all_of = [conditions], any_of = [conditions]", lacks=not inner)
        elif inner and ways:
            yield Flaw((), "is, is_not, filled and matches go with a column")
        elif not inner and ways != 1:
            says = "give one of is = [words], is_not = [words], filled = true or false, matches = a pattern"
            yield Flaw((), says, lacks=True)
