"""The certainty of DESIGN §4 with nothing but sets of hours: what both the slow rule and the quick one are held against."""

from __future__ import annotations

from graph.said.span import Period, Span
from tests.graph.said.spans import hours


def by_the_hour(links: list[Span], asked: Period) -> str | None:
    """The same rule with nothing but sets of hours: sure, and still sure when only stated cores are looked at."""
    if not links:
        return None
    possible = [hours(link.possible) for link in links] + [hours(asked)]
    shared = frozenset.intersection(*possible)
    if not shared:
        return None
    cores = [hours(link.core) for link in links] + [hours(asked)]
    stated = [core if _stated(link, shared) else frozenset() for core, link in zip(cores, links, strict=False)] + [hours(asked)]
    return "certain" if _sure(possible, stated) else "assumed" if _sure(possible, cores) else "possible"


def _sure(possible: list[frozenset[int]], cores: list[frozenset[int]]) -> bool:
    inside = any(all(possible[at] <= core for other, core in enumerate(cores) if other != at) for at in range(len(cores)))
    return bool(frozenset.intersection(*cores)) or inside


def _stated(link: Span, shared: frozenset[int]) -> bool:
    days = [hours(cited) for cited in link.cited if len(hours(cited)) == 24 and cited.begin.hour == 0]
    return not link.bridged or any(shared <= one for one in days)
