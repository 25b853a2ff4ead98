"""What a row decides: entries of the journal about what it mentions, such as a grade."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph import schema
from graph.decided.entry import Kind
from loaders.load.lost import ABOUT, FIELD, Absent

if TYPE_CHECKING:
    from loaders.load.cells import Cells
    from loaders.load.given import Given
    from loaders.load.harvested import Harvest
    from loaders.mapping import EntryPart

GRADES: Final = {name: schema.property_of(kind, name) for kind, name in (("Source", "reliability"), ("Claim", "credibility"))}


def entry_of(given: Given, part: EntryPart, mention: str | None, cells: Cells, harvest: Harvest) -> None:
    """The fields that are filled. A grade is one of its scale, or the row is refused."""
    if mention is None:
        about = given.mapping.thing[part.about]
        if cells.same_as_above(name for cell in about.naming for name in cell.reads):
            return
        harvest.absent.append(Absent(cells, part.kind, part.reads, ABOUT, tuple(n for c in about.naming for n in c.reads)))
        return
    body = {"mention": mention}
    for name, cell in part.fields.items():
        if stated := harvest.values(cell, cells, GRADES.get(name)):
            body[name] = str(stated[0])
    kind = Kind(part.kind)
    lacking = [name for name in kind.needs if name != "reason" and name not in body]
    if len(body) > 1 and not lacking:
        body.setdefault("reason", f"as {cells.place(())} of the sheet says")
        harvest.entries.append((kind, body))
        harvest.read |= {cells.reading(name) for name in part.reads}
    elif len(body) > 1:
        empty = part.fields[lacking[0]].reads
        harvest.absent.append(Absent(cells, part.kind, part.reads, FIELD.format(field=lacking[0]), empty))
