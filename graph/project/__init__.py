"""From claims and decisions to the graph: a pure function, without clock, chance or engine.

things      mentions of nodes become entities, their claims properties
ties        mentions of links become links between entities; equal ones are one
denials     what a source denies disputes what others assert
rivals      two links of which there can be one contradict each other
evidence    the claims themselves, what they cite, what they bear on
protection  who is protected
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.project.docket import Docket
from graph.project.evidence import evidence
from graph.project.protection import shield
from graph.project.things import things
from graph.project.ties import ties
from graph.projection import Projection

if TYPE_CHECKING:
    from graph.decided.state import State


def project(state: State) -> Projection:
    """The whole graph as the journal has it."""
    docket = Docket(state)
    tied = ties(docket)
    nodes = shield(docket, things(docket, tied.conflicts))
    claims, citations = evidence(docket, {node.id for node in nodes}, tied.about)
    return Projection(state.sequence, (*nodes, *claims), (*tied.links, *citations), state.head)
