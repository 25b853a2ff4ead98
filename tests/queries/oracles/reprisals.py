"""What `impunity/reprisals` must answer, in plain Python: every charge that can have come after a complaint.

At least there are those who were charged surely after they had complained, by what nobody denies. Who complained may be one with
somebody who was charged later: such a person is counted at most.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from graph.projection import Link, Node, Projection
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.counting import Counting, Tie
from tests.queries.oracles.subordinates import Told, days_between
from tests.queries.rule import Row, cited, claims_of

ORDER = ("complained_since", "complained_until", "complaint", "complainant", "charged_since", "charged_until", "charge")


def answer(projection: Projection, _: Parameters, counting: Counting | None = None) -> list[Row]:
    """The rows, in order."""
    counting, complainants = counting or Counting(projection, {}), list[Tie]()
    nodes = {node.id: node for node in projection.nodes}
    made = [link for link in projection.links if link.type == "MADE_BY"]
    rows = []
    for made_by in (link for link in made if nodes[link.begin].properties.get("kind") == "complaint"):
        for concerns in (link for link in projection.links if link.type == "CONCERNS" and link.end == made_by.end):
            complaint, charge = nodes[made_by.begin], nodes[concerns.begin]
            own = any(link.begin == charge.id and link.end == made_by.end for link in made)
            charged = charge.label == "Proceeding" and charge.properties.get("kind") in ("charge", "sanction")
            if nodes[made_by.end].label == "Person" and charged and not own:
                earlier, later = Told(complaint), Told(charge)
                if earlier.since < later.begun_to:
                    least, most = days_between(complaint, charge)
                    brought = [link for link in made if link.begin == charge.id]
                    denied = any(link.properties.get("disputed") for link in (made_by, concerns))
                    complainants.append(Tie(made_by.end, denied, _after(complaint, charge) == "certain"))
                    rows.append(
                        {
                            "complainant": made_by.end,
                            "complaint": complaint.id,
                            "forum": complaint.properties.get("forum"),
                            "complained_since": earlier.since,
                            "complained_until": earlier.until,
                            "kind": charge.properties.get("kind"),
                            "charge": charge.id,
                            "charge_forum": charge.properties.get("forum"),
                            "charged_by": sorted({called(nodes[link.end], link) for link in brought}),
                            "outcome": charge.properties.get("outcome"),
                            "charged_since": later.since,
                            "charged_until": later.until,
                            "days_least": least,
                            "days_most": most,
                            "in_answer": _answers(projection, charge.id, complaint.id),
                            "certainty": "possible" if denied else _after(complaint, charge),
                            "gap_days": 0 if cited(complaint) and cited(charge) else None,
                            "made_by": made_by.id,
                            "concerns": concerns.id,
                            "claims": sorted(claims_of(complaint, charge, made_by, concerns, *brought)),
                        }
                    )
    complainants += _coming(counting, nodes, projection.links)
    counted = counting.columns("complainants", complainants)
    rows = [row | counted for row in rows]
    return sorted(rows, key=lambda row: [row[name] for name in (*ORDER, "made_by", "concerns")])


def _coming(counting: Counting, nodes: dict[str, Node], links: Sequence[Link]) -> Iterator[Tie]:
    """Whoever complained, and may be one with another one who was charged after that."""
    made = [link for link in links if link.type == "MADE_BY"]
    about = [link for link in links if link.type == "CONCERNS" and nodes[link.begin].label == "Proceeding"]
    for made_by in (link for link in made if nodes[link.begin].properties.get("kind") == "complaint"):
        others = counting.alike(made_by.end) if nodes[made_by.end].label == "Person" else []
        for concerns in (link for link in about if link.end in others and link.end != made_by.end):
            charge = nodes[concerns.begin]
            own = any(link.begin == charge.id and link.end in (made_by.end, concerns.end) for link in made)
            after = Told(nodes[made_by.begin]).since < Told(charge).begun_to
            if charge.properties.get("kind") in ("charge", "sanction") and after and not own:
                denied = any(link.properties.get("disputed") for link in (made_by, concerns))
                yield Tie(made_by.end, denied, comes=True)


def called(who: Node, made: Link) -> str:
    """What stands for who brought a charge, or refused a complaint."""
    return str(who.properties.get("name") or who.id) + (" (disputed)" if made.properties.get("disputed") else "")


def _after(complaint: Node, charge: Node) -> str:
    """How surely the charge came after the complaint."""
    return "certain" if Told(complaint).until <= Told(charge).since else "possible"


def _answers(projection: Projection, charge: str, complaint: str) -> bool:
    """Whether the charge answers the complaint, or what answers it."""
    reached, further = set[str](), {complaint}
    while further:
        reached |= further
        further = {link.begin for link in projection.links if link.type == "ANSWERS" and link.end in further} - reached
    return charge in reached - {complaint}
