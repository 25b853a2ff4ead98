"""From claims and decisions to the graph: a pure function, without clock, chance or engine.

things      mentions of nodes become entities, their claims properties
ties        mentions of links become links between entities; equal ones are one
denials     what a source denies disputes what others assert
presence    who was denied to be there is denied what one must be there for
rivals      two links of which there can be one contradict each other
victims     an event of which every victim is denied is denied itself
namings     what a row that only denies calls the things it is about says nothing of them
evidence    the claims themselves, what they cite, what they bear on
protection  who is protected
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.collector import collector_still
from graph.project.docket import Docket
from graph.project.evidence import evidence
from graph.project.namings import named_only
from graph.project.presence import absences, denied_presence
from graph.project.protection import shield
from graph.project.things import things
from graph.project.ties import ties
from graph.project.victims import by_whom, denied_events, disputed
from graph.projection import Projection

if TYPE_CHECKING:
    from graph.decided.state import State


def project(state: State) -> Projection:
    """The whole graph as the journal has it."""
    with collector_still():
        docket = Docket(state)
        tied = ties(docket)
        named = things(docket, tied.conflicts)
        tied = denied_presence(docket, tied, named)
        denied = denied_events(tied.links)
        nodes = disputed(shield(docket, named), denied)
        more = absences(tied) | {claim: {"names_only": True} for claim in named_only(docket)}
        claims, citations = evidence(docket, {node.id for node in nodes}, by_whom(tied, denied), more)
        return Projection(state.sequence, (*nodes, *claims), (*tied.links, *citations), state.head, state.first)
