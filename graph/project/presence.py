"""A source that denies that somebody was there disputes all that says he was.

Two kinds of links say so: PRESENT_AT, and ALLEGED_IN an event in which one must have been there to have that part. Whoever
ordered or supervised it need not have been there. So, beyond the links of its own type,

a denied PRESENT_AT     meets what was seen of him there then without saying in which role, and his part in what may have
                        happened there then: his alibi
a denied ALLEGED_IN as  meets each part of his in that event for which one must be there, and the sighting, by the row that
*present*               tells of this part, at the place and time of the event: that row says it once

A unit based there may have brought others, of whom no source says that they were there. Each denial says on its claim of whom,
where and when it denies it, so that a question which finds them finds the denial, too.

"He took no part" does not deny that he was there. Where no source names the place of an event, it is where the row that
tells of the part has seen him.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from graph.said.claim import EXISTS, row_of
from graph.said.span import ALWAYS, Period
from graph.schema.choices import FROM_AFAR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime

    from graph.project.denials import Denial
    from graph.project.docket import Docket
    from graph.project.ties import Ties
    from graph.projection import Link, Node, Properties

SEEN: Final = "PRESENT_AT"
PART: Final = "ALLEGED_IN"
PLACE: Final = "OCCURRED_AT"
ROLE: Final = "role"


def denied_presence(docket: Docket, tied: Ties, nodes: Iterable[Node]) -> Ties:
    """The ties, where also what says that somebody was there is disputed by who denies it. `nodes`: the events among them."""
    denials = [denial for denial in tied.denials if _denies_presence(denial)]
    if not denials:
        return tied
    scene = _Scene(docket, tied, nodes, {denial.begin for denial in denials})
    about, disputed = dict(tied.about), set[str]()
    for denial in denials:
        met = {link.id for link in scene.met_by(denial)}
        disputed |= met
        for held in denial.claims if met else ():
            about[held.id] = sorted(met.union(about.get(held.id, ())))
    links = [
        replace(link, properties={**link.properties, "disputed": True}) if link.id in disputed else link for link in tied.links
    ]
    return replace(tied, links=links, about=about)


def absences(tied: Ties) -> dict[str, Properties]:
    """By claim of a denial that somebody was there: who, where and when. The event, where it denies that he was present at it."""
    return {
        held.id: {
            "denied_of": denial.begin,
            "denied_at": denial.end,
            "denied_from": denial.when.begin,
            "denied_to": denial.when.end,
        }
        for denial in tied.denials
        if _denies_presence(denial)
        for held in denial.claims
        if held.claim.property == EXISTS
    }


class _Scene:
    """Where those of whom it is denied are said to have been, and what they are said to have done there."""

    def __init__(self, docket: Docket, tied: Ties, nodes: Iterable[Node], people: set[str]) -> None:
        self._own: defaultdict[tuple[str, str], list[Link]] = defaultdict(list)
        self._places: defaultdict[str, set[str]] = defaultdict(set)
        for link in tied.links:
            if link.type in (SEEN, PART) and link.begin in people:
                self._own[link.type, link.begin].append(link)
            elif link.type == PLACE:
                self._places[link.begin].add(link.end)
        ids = {link.id for links in self._own.values() for link in links}
        self._rows = _rows(docket, tied, ids)
        self._events = {node.id: _when(node.properties) for node in nodes if node.label == "Event"}

    def met_by(self, denial: Denial) -> Iterator[Link]:
        """What this denial of presence meets, beside the links of its type that state what it states."""
        parts = [part for part in self._own[PART, denial.begin] if part.properties.get(ROLE) not in FROM_AFAR]
        if denial.type == SEEN:
            for seen in self._own[SEEN, denial.begin]:
                if seen.end == denial.end and ROLE not in seen.properties and denial.when.meets(_when(seen.properties)):
                    yield seen
            for part in parts:
                if denial.end in self._where(part) and denial.when.meets(self._events[part.end]):
                    yield part
            return
        for part in parts:
            if part.end == denial.end:
                yield part
                for seen in self._seen_with(part):
                    if seen.end in self._where(part) and self._events[part.end].meets(_when(seen.properties)):
                        yield seen

    def _where(self, part: Link) -> set[str]:
        """Where it may have been."""
        return self._places.get(part.end) or {seen.end for seen in self._seen_with(part)}

    def _seen_with(self, part: Link) -> list[Link]:
        """What rows that tell of this part say of where the same person was."""
        return [seen for seen in self._own[SEEN, part.begin] if self._rows[seen.id] & self._rows[part.id]]


def _denies_presence(denial: Denial) -> bool:
    return denial.type == SEEN or (denial.type == PART and denial.stated.get(ROLE) == "present")


def _rows(docket: Docket, tied: Ties, links: set[str]) -> defaultdict[str, set[tuple[str, int]]]:
    """By link, the rows that assert it: of which file, and which row of it."""
    found: defaultdict[str, set[tuple[str, int]]] = defaultdict(set)
    for held in docket.state.claims:
        for id_ in tied.about.get(held.id, ()):
            if id_ in links and held.claim.polarity == "asserts" and docket.counts(held) and (row := row_of(held.claim.locator)):
                found[id_].add((held.file, row))
    return found


def _when(properties: Properties) -> Period:
    """When it may have been."""
    if "possible_from" not in properties:
        return ALWAYS
    return Period(cast("datetime", properties["possible_from"]), cast("datetime", properties["possible_to"]))
