"""What `impunity/complaints_without_case` must say of each forum, and which complaints it must list, in plain Python.

Forums that differ by case or blanks are one. A complaint that nobody is said to have made, or somebody undeniedly, is one. A
case that somebody denies leaves it possible that there is none: such a complaint is without a case only by a denial. A
denied refusal is one only by a denial, and so is any refusal of a complaint that is without a case by a denial. At least there
are the complaints that were surely made in the period.

A charge of who complained is no case for the complaint. So where all charged persons may be one with who complained, a complaint
that has a case now may have none: it is counted at most.

A refusal that nobody denies says more than one that is denied, that more than any other answer, and that more than an answer or
a case of which all is denied. Who refused is whoever made the refusal; the forum is beside it, for it may be all that is known.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from graph.projection import Link, Node, Projection
from tests.queries.oracles.agreement import Parameters
from tests.queries.oracles.counting import Counting, Tie
from tests.queries.oracles.reprisals import called
from tests.queries.oracles.ways import Graph, denied
from tests.queries.rule import Asked, Members, Row

OPENED = ("domestic_case", "case_abroad", "charge", "sanction")
AGAINST_SOMEBODY = ("charge", "sanction")


@dataclass(frozen=True)
class _Complaint:
    node: Node
    tie: Tie
    without: bool
    """Whether there is no case, or each is denied."""
    comes: bool
    """Whether that is so only once who complained is one with who is charged."""
    case_denied: bool
    refusals: tuple[bool, ...]
    """Of each way to a refusal, whether it is denied."""
    answer: str
    refused: tuple[Row, ...]
    """Of each refusal, what is said of it; of none, that."""

    @property
    def as_without(self) -> Tie:
        return replace(self.tie, denied=self.tie.denied or self.case_denied, comes=self.comes)


def answer(projection: Projection, parameters: Parameters, counting: Counting) -> list[Row]:
    """A row for each complaint without a case, by forum and complaint; what it rests on is compared elsewhere."""
    begin: Any = parameters.get("from")
    end: Any = parameters.get("to")
    graph, asked = Graph(projection), Asked.of(begin, end)
    by_forum: defaultdict[Any, list[_Complaint]] = defaultdict(list)
    for node in graph.of("Proceeding"):
        if node.properties.get("kind") == "complaint" and Members.possible([node], asked):
            forum: Any = node.properties.get("forum")
            by_forum[forum and forum.strip().lower()].append(_complaint(graph, counting, node, asked))
    rows = []
    for complaints in by_forum.values():
        spelled: list[Any] = [complaint.node.properties.get("forum") for complaint in complaints]
        without = [complaint for complaint in complaints if complaint.without]
        failed = [complaint for complaint in complaints if complaint.without or complaint.comes]
        refused = [
            replace(complaint.as_without, denied=complaint.as_without.denied or way)
            for complaint in failed
            for way in complaint.refusals
        ]
        counts = {
            "forum": None if None in spelled else min(spelled),
            **counting.columns("forum_complaints", [complaint.tie for complaint in complaints]),
            **counting.columns("forum_without", [complaint.as_without for complaint in failed]),
            **counting.columns("forum_refused", refused),
        }
        for complaint in without:
            said = {"complaint": complaint.node.id, "answer": complaint.answer, "case_denied": complaint.case_denied}
            rows += [{**counts, **said, **refusal} for refusal in complaint.refused]
    return sorted(rows, key=order)


def order(row: Row) -> tuple[str, str, str]:
    """By forum, complaint and refusal."""
    return row["forum"] or "", row["complaint"], row["refusal"] or ""


def _complaint(graph: Graph, counting: Counting, node: Node, asked: Asked) -> _Complaint:
    made = list(graph.links("MADE_BY", begin=node.id))
    opened, refused, refusals, firm = [], [], dict[str, Row](), []
    for found, way in _answers(graph, node.id, ()):
        if graph.nodes[found].properties.get("kind") == "refusal":
            refused.append(any(map(denied, way)))
            refusals[found] = _refusal(graph, found)
        elif _is_case(graph, node.id, found):
            opened.append(any(map(denied, way)))
            firm += [opened[-1]] if _is_case(graph, node.id, found, counting) else []
    for concerns in graph.links("CONCERNS", end=node.id):
        if _is_case(graph, node.id, concerns.begin):
            opened.append(denied(concerns))
            firm += [opened[-1]] if _is_case(graph, node.id, concerns.begin, counting) else []
    tie = Tie(node.id, bool(made) and all(map(denied, made)), Members([node], asked).sure())
    answers = [denied(link) for link in graph.links("ANSWERS", end=node.id)]
    said = _said(refused, answers, opened)
    none: Row = {"refusal": None, "refused_by": [], "refusal_forum": None}
    told = tuple(refusals.values()) or (none,)
    comes = all(firm) and not all(opened)
    return _Complaint(node, tie, all(opened), comes, bool(firm if comes else opened), tuple(refused), said, told)


def _said(refused: list[bool], answers: list[bool], opened: list[bool]) -> str:
    """What came of it, in words; of each way and link, whether it is denied."""
    if refused:
        return "refused, but denied" if all(refused) else "refused"
    if not all(answers):
        return "answered otherwise"
    return "answered, but denied" if answers or opened else "none"


def _refusal(graph: Graph, id_: str) -> Row:
    """Who refused, and where."""
    makers = {called(graph.nodes[link.end], link) for link in graph.links("MADE_BY", begin=id_)}
    return {"refusal": id_, "refused_by": sorted(makers), "refusal_forum": graph.nodes[id_].properties.get("forum")}


def _answers(graph: Graph, complaint: str, way: tuple[Link, ...]) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """What answers it, and what answers that, by ways that use no link twice."""
    for answers in graph.links("ANSWERS", end=complaint):
        if answers not in way and len(way) < 12:
            yield answers.begin, (*way, answers)
            yield from _answers(graph, answers.begin, (*way, answers))


def _is_case(graph: Graph, complaint: str, found: str, joined: Counting | None = None) -> bool:
    """Whether it is a case for the complaint: a charge of who complained is none. `joined`: if all that waits is."""
    kind = graph.nodes[found].properties.get("kind")
    makers = [link.end for link in graph.links("MADE_BY", begin=complaint) if link.end_label == "Person"]
    who = {one for maker in makers for one in (joined.alike(maker) if joined else [maker])}
    against = kind in AGAINST_SOMEBODY and any(link.end in who for link in graph.links("CONCERNS", begin=found))
    return graph.nodes[found].label == "Proceeding" and kind in OPENED and not against
