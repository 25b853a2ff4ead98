"""Whom no row accuses: "n/k" in the column of commanders is no commander, and "unknown" in that of units no unit that took part.

Somebody without a name whom the row describes may have done it: a masked man. That he commanded, nobody can say of him without a
name or a key of his own. A unit without them keeps a chain connected, and is never a perpetrator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph import schema
from loaders.load.cells import Issue
from loaders.load.nameless import somebody_unknown
from loaders.reading import NAMELESS, describes, names_nothing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from graph.said.claim import Claim
    from loaders.load.cells import Cells
    from loaders.load.harvested import Harvest
    from loaders.load.nameless import Unnamed
    from loaders.mapping import LinkPart, Mapping, ThingPart

TELLS: Final = {"Person": ("description",), "Unit": ()}
"""What describes somebody whom nobody names. A unit that is only described is none that anybody could be asked about."""
LABELS: Final = TELLS.keys()
ACCUSES: Final = frozenset({"POSTED_TO", "ALLEGED_IN"})
COMMANDS: Final = frozenset({"commander", "deputy"})
NAMED: Final = frozenset({"name", "aliases"})

NOBODY: Final = "no {type} is made of it: it would accuse somebody whom nobody names"
NO_COMMANDER: Final = "no {type} is made of it: nobody is a commander or deputy of whom the row has neither a name nor a key"
MAY_BE_NO_NAME: Final = "read as a name, though it begins with a word for somebody unknown"


def is_nobody(part: ThingPart, key: str | None, said: Unnamed, cells: Cells) -> bool:
    """Whether a thing that is `said` to be unknown has no key and no alias, and is not described either."""
    if part.label not in LABELS or key is not None or (part.label == "Person" and said.describes):
        return False
    own = [cell for name in ("aliases", *TELLS[part.label]) for cell in part.properties.get(name, ())]
    texts = [str(cell.text) for cell in own if cell.text is not None] + [cells.text(name) for cell in own for name in cell.reads]
    return not any(map(_tells, texts))


def nameless(label: str, key: str | None, claims: Iterable[Claim]) -> bool | None:
    """Of a thing and the claims about it: whether nothing tells who it is. None where its name, an alias or a key does."""
    if label not in LABELS or key is not None:
        return None
    stated = {claim.property: str(claim.value) for claim in claims}
    if not NAMED.isdisjoint(stated):
        return None
    return not any(_tells(stated.get(name, "")) for name in TELLS[label])


def only_accused(mapping: Mapping, part: ThingPart) -> bool:
    """Whether the mapping has this thing only in order to say who did it or who was posted."""
    named = next(name for name, thing in mapping.thing.items() if thing is part)
    links = [link for link in mapping.link.values() if named in (*link.begin, *link.end)]
    asked = any(entry.about == named for entry in mapping.entry.values())
    return bool(links) and not asked and all(link.type in ACCUSES and named not in link.end for link in links)


def accuses_nobody(part: LinkPart, begin: str | None, cells: Cells, harvest: Harvest) -> str | None:
    """Why a link would accuse whom nobody names; None where it does not. `begin`: the mention that it begins at."""
    if part.type not in ACCUSES or begin not in harvest.nameless:
        return None
    if harvest.nameless[begin]:
        return NOBODY.format(type=part.type)
    if part.type != "POSTED_TO":
        return None
    function = schema.property_of("POSTED_TO", "function")
    issues = list(harvest.issues)
    said = [value for cell in part.properties.get("function", ()) for value in harvest.values(cell, cells, function)]
    harvest.issues[:] = issues
    return None if COMMANDS.isdisjoint(map(str, said)) else NO_COMMANDER.format(type=part.type)


def not_accused(part: LinkPart, said: Unnamed, cells: Cells) -> list[Issue]:
    """That a link is not made, of whom the row leaves out since it would only accuse him; nothing where the cell names no one."""
    accuses = part.type in ACCUSES and said.says in NAMELESS
    return [Issue(cells.row, cells.column(said.columns[0]), NOBODY.format(type=part.type))] if accuses else []


def doubtful(part: ThingPart, cells: Cells) -> list[Issue]:
    """Names of persons that may be descriptions: "Unknown officer Dol"."""
    if part.label != "Person":
        return []
    columns = [cell.reads for cell in part.properties.get("name", ()) if cell.reads and not (cell.values or cell.matches)]
    return [
        Issue(cells.row, cells.column(reads[0]), MAY_BE_NO_NAME)
        for reads in columns
        if somebody_unknown(cells.text(reads[0]), cells) is False
    ]


def _tells(text: str) -> bool:
    return bool(text) and (names_nothing(text) is None or describes(text))
