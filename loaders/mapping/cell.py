"""Where a value lies in a row, and how it is read."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, Any, TypeAlias

from pydantic import Field, StrictBool, StrictStr, model_validator

from graph import schema
from loaders.mapping.date import DateCell
from loaders.mapping.extract import Extract
from loaders.mapping.pattern import Pattern
from loaders.mapping.split import Split
from loaders.mapping.table import Around, Column, Flaw, Many, OneOf, Plain, Text, TomlTable

Value: TypeAlias = Annotated[str | bool | int | float, Plain()]
"""What a word of the compiler's means: a text, a number, true or false. Never nothing."""


class Cell(TomlTable):
    """Where a value lies in a row and how it is read. The name of a column alone is the short form of `{ column = "…" }`."""

    column: Column | None = None
    """The column that holds the value."""
    columns: Annotated[tuple[Column, ...], Many()] = ()
    """Several columns that hold it together, such as given name and surname. Empty ones are left out."""
    join: StrictStr = " "
    """What stands between the cells of `columns`. A blank, unless you say otherwise."""
    text: Value | None = None
    """The same value for every row, instead of a column: what the whole sheet is about."""
    split: Split | None = None
    """The sign between several values in one cell, a list of signs, or a pattern. Each becomes a claim of its own. Only for a
    property that holds several; several things in one cell are for the `split` of the thing."""
    extract: Extract | None = None
    """A pattern with one group in round brackets, which takes the value out of the cell: `'№ *(\\d+)'`. It takes the first from
    the left, and as much as it can. A cell in which it is not found is reported, and says nothing."""
    values: dict[str, Value] = Field(default_factory=dict)
    """What the sheet's words mean here: on the left the word in the cell, on the right the value. A row with another word is
    refused and reported, unless `otherwise` is given."""
    matches: dict[Pattern, Value] = Field(default_factory=dict)
    """The same by pattern (regular expression): the first pattern that is found anywhere in the cell counts. `values` are
    tried before."""
    otherwise: Value | None = None
    """The value where neither `values` nor `matches` knows the word."""
    space: Text | None = None
    """Of `identifiers` alone: whose number it is, and of which kind, such as `"passport of Velidar"`. In a space two people never
    have the same one. It joins nobody by itself: who bears it is asked about, unless the column is also a `key`."""
    age_on: DateCell | None = None
    """Of `born` alone: the cell holds an age ("34", "30-35", "about 40"), and this is the day on which it was so. The birth is
    then as exact as an age says: within a year or two. In a row without that day the age is reported, and not read."""
    source: Column | None = None
    """The column that names the sources of this value, by their key in `[citations]`. A cell that names seven sources makes
    seven claims. Without it, the value cites what its thing or link cites."""
    own_word: StrictBool = False
    """`true`: the compiler's own word, such as a judgement or a number it gave: it cites the sheet, whatever sources the row
    names. At the name of a thing, or where a link rests, it holds for the whole thing or link."""
    grade: Column | None = None
    """The column with the compiler's own grade ("Medium"). It is kept as it stands."""
    quote: Column | None = None
    """The column with the very words of the source."""
    basis: Annotated[str, OneOf(schema.property_of("Claim", "basis").choices)] = "not_stated"
    """How the source knows: it `saw` it, `heard_from` others, is a `document`, or gives an `opinion`."""
    language: Text | None = None
    """The language of the value, as a code: `be`, `ru`, `en`."""

    @model_validator(mode="before")
    @classmethod
    def _short(cls, raw: Any) -> Any:
        return {"column": raw} if isinstance(raw, str) else raw

    @cached_property
    def reads(self) -> tuple[Column, ...]:
        """All columns that hold the value."""
        return (self.column,) if self.column is not None else self.columns

    @property
    def meanings(self) -> Iterable[tuple[tuple[str, ...], object]]:
        """Every value that the mapping itself writes down, and where."""
        yield from ((("values", word), value) for word, value in self.values.items())
        yield from ((("matches", pattern), value) for pattern, value in self.matches.items())
        yield from (((name,), value) for name in ("otherwise", "text") if (value := getattr(self, name)) is not None)

    def flaws(self, around: Around) -> Iterable[Flaw]:
        """One of three ways to find the value; options that go with it; sources only where the mapping says what cites them."""
        if sum((self.column is not None, bool(self.columns), self.text is not None)) != 1:
            yield Flaw((), "give column, columns or text, and only one of them", lacks=True)
        if self.text is not None:
            unused = [name for name in ("split", "extract", "values", "matches", "otherwise", "age_on") if getattr(self, name)]
            yield from (Flaw((name,), f"{name} goes with a column, not with text") for name in unused)
        elif self.otherwise is not None and not (self.values or self.matches):
            yield Flaw(("otherwise",), "otherwise goes with values or matches")
        if self.space is not None and ":" in self.space:
            yield Flaw(("space",), "a space has no colon in its name")
        if self.age_on is not None:
            unused = [name for name in ("values", "matches") if getattr(self, name)]
            yield from (Flaw((name,), f"{name} would say what words mean, and age_on reads a number") for name in unused)
        if self.source is not None and not around.cites:
            yield Flaw(("source",), "source needs a [citations] table that says by which key sources are cited")
        if self.own_word and self.source is not None:
            yield Flaw(("own_word",), "own_word is the compiler's own word, and source names another's: give one of them")
        if self.own_word and not around.cites:
            yield Flaw(("own_word",), "own_word does nothing without [citations]: all is the sheet's own word")
