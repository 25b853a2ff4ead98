"""What a row says of one thing or one link: a claim for each value, on the word of each source it cites."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from graph import schema
from graph.said.claim import EXISTS, SPAN, Claim
from loaders.load.cells import Issue
from loaders.load.citations import NO_VALUE, CitedSources
from loaders.load.points import HALVES, located

if TYPE_CHECKING:
    from loaders.load.cells import Cells
    from loaders.load.dates import Dates
    from loaders.load.harvested import Harvest
    from loaders.mapping import Cell, SpanPart, ThingPart


@dataclass(slots=True)
class Statement:
    """Writes the claims about one mention into a harvest. `cites`: the sources of the part, for values that name none."""

    about: str
    kind: str
    cells: Cells
    cites: Sequence[str]
    citations: CitedSources
    harvest: Harvest

    def exists(self, cell: Cell) -> None:
        """That it is there, in the words of this cell."""
        self._claims(EXISTS, [self.kind], cell)

    def properties(self, properties: dict[str, tuple[Cell, ...]]) -> None:
        """Every value that a cell gives."""
        for name, group in properties.items():
            if name in HALVES:
                continue  # two halves of one point: `place` reads them together
            declared = schema.property_of(self.kind, name)
            for cell in group:
                self._claims(name, self.harvest.values(cell, self.cells, declared), cell)

    def place(self, part: ThingPart, lang: str | None) -> None:
        """Where it lies. How exact the figures are is said only where no column of the row says how far off the point is."""
        if not part.lies:
            return
        told = any(claim.about == self.about and claim.property == "precision_km" for claim in self.harvest.claims)
        for found in located(part, self.cells, lang, self.harvest):
            if found.property in HALVES or not told:
                self._claims(found.property, [found.value], found.cell)

    def span(self, part: SpanPart, dates: Dates) -> None:
        """When it was so: one claim of each source that any of the dates cites."""
        timing = schema.kind_of(self.kind).timing
        assert timing is not None  # noqa: S101 - the mapping was checked
        found = dates.of(part, self.cells, timing, self.harvest.issues)
        if found is None:
            return
        when, text = found
        read = [name for side in when.sides for one in side for name in one.reads]
        seen: set[str] = set()
        for side in when.sides:
            for cell in side:
                for source in self.citations.of(cell, self.cells, self.cites, self.harvest.issues):
                    if source in seen:
                        continue
                    seen.add(source)
                    self.harvest.claims.append(
                        Claim(
                            self.about,
                            SPAN,
                            text,
                            when.original,
                            self.cells.place((cell.column,) if cell.column is not None else ()),
                            source,
                            graded=(cell.grade and self.cells.text(cell.grade)) or None,
                            issue=when.issue,
                            note=self.cells.note(read, (cell.source, cell.grade)),
                        )
                    )

    def _claims(self, name: str, stated: Iterable[object], cell: Cell) -> None:
        stated = list(stated)
        if not stated:
            if cell.source and self.cells.text(cell.source):
                self.harvest.issues.append(Issue(self.cells.row, self.cells.column(cell.source), NO_VALUE))
            return
        sources = self.citations.of(cell, self.cells, self.cites, self.harvest.issues)
        if cell.source:
            self.harvest.relied_on.add(self.cells.column(cell.source))
        read = (*cell.reads, *(cell.age_on.reads if cell.age_on else ()))
        original = self.cells.original(read) if read else self.cells.column(str(cell.text))
        for value in stated:
            for source in sources:
                self.harvest.claims.append(
                    Claim(
                        self.about,
                        name,
                        value,  # type: ignore[arg-type]  # values() gives claim values
                        original,
                        self.cells.place(cell.reads),
                        source,
                        basis=cell.basis,
                        graded=(cell.grade and self.cells.text(cell.grade)) or None,
                        quote=(cell.quote and self.cells.text(cell.quote)) or None,
                        language=cell.language,
                        note=self.cells.note(cell.reads, (cell.source, cell.grade, cell.quote)),
                    )
                )
