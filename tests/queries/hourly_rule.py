"""The certainty of DESIGN §4 with nothing but sets of hours: what both the slow rule and the quick one are held against."""

from __future__ import annotations

from graph.said.span import Period, Span
from tests.graph.said.spans import hours


def by_the_hour(links: list[Span], asked: Period, *, slack: int = 0, own: bool = False) -> str | None:
    """The same rule with nothing but sets of hours: sure, and still sure when only stated cores are looked at.

    `slack`: so many hours apart still counts as together; `own`: the time asked about is that of the first link.
    """
    if not links:
        return None
    possible = [hours(link.possible) for link in links] + [hours(asked)]
    shared = frozenset.intersection(_wide(hours(asked), slack), *possible[own:-1])
    if not shared:
        return None
    cores = [hours(link.core) for link in links] + [hours(asked)]
    stated = [core if _stated(link, shared) else frozenset() for core, link in zip(cores, links, strict=False)] + [hours(asked)]
    return "certain" if _sure(possible, stated, slack) else "assumed" if _sure(possible, cores, slack) else "possible"


def _wide(some: frozenset[int], slack: int) -> frozenset[int]:
    """These hours, and all that lie no farther from one of them."""
    return frozenset(hour + apart for hour in some for apart in range(-slack, slack + 1))


def _sure(possible: list[frozenset[int]], cores: list[frozenset[int]], slack: int) -> bool:
    near = [_wide(core, slack) for core in cores]
    inside = any(all(possible[at] <= core for other, core in enumerate(near) if other != at) for at in range(len(cores)))
    meet = all(core & other for core in cores for other in near) if slack else bool(frozenset.intersection(*cores))
    return meet or inside


def _stated(link: Span, shared: frozenset[int]) -> bool:
    days = [hours(cited) for cited in link.cited if len(hours(cited)) == 24 and cited.begin.hour == 0]
    return not link.bridged or any(shared <= one for one in days)
