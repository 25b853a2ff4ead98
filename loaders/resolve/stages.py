"""The order in which things are compared, and by what: each stage sees what those before it joined.

What compares persons and bodies is heavy, and loaded when its turn comes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from graph.kept.private import scratch
from loaders.resolve import areas, canonical, events, records

if TYPE_CHECKING:
    from collections.abc import Callable, Set
    from pathlib import Path

    from graph.progress import Progress
    from loaders.resolve.proposal import KeptApart, Proposal
    from loaders.resolve.records import Register

    Compare = Callable[[Register, KeptApart, "Set[str] | None", Path, "Progress | None"], Proposal]


@dataclass(frozen=True, slots=True)
class Stage:
    """`labels`: what it compares. `read_from`: versions or SHA-256 of what its rules rest on, as each decision cites them.

    `compare` gets a folder of the case for what is derived and disposable.
    """

    labels: tuple[str, ...]
    compare: Compare
    read_from: Callable[[], dict[str, str]] = dict


def _areas(
    register: Register, kept_apart: KeptApart, fresh: Set[str] | None, folder: Path, progress: Progress | None
) -> Proposal:
    return areas.propose(records.areas(register), kept_apart, fresh=fresh)


def _bodies(
    register: Register, kept_apart: KeptApart, fresh: Set[str] | None, folder: Path, progress: Progress | None
) -> Proposal:
    from loaders.resolve import bodies

    return bodies.propose(records.bodies(register), kept_apart, fresh=fresh)


def _persons(
    register: Register, kept_apart: KeptApart, fresh: Set[str] | None, folder: Path, progress: Progress | None
) -> Proposal:
    from loaders.resolve import persons

    profiles = records.persons(register)
    with scratch(folder) as room:
        told = records.particulars(register)
        return persons.propose(
            profiles, kept_apart=kept_apart, fresh=fresh, told=told, names=folder, spill=room, progress=progress
        )


def _events(
    register: Register, kept_apart: KeptApart, fresh: Set[str] | None, folder: Path, progress: Progress | None
) -> Proposal:
    profiles = records.events(register)
    if fresh is not None:  # also an event of somebody who was joined, or asked about, just now
        touched = (one for one in profiles if not fresh.isdisjoint({*one.victims, one.station}))
        fresh = {*fresh, *(one.thing for one in touched)}
    proposal = events.propose(profiles, kept_apart, fresh=fresh, waiting=register.waiting())
    return replace(proposal, anew=frozenset(fresh or ()))


def _elsewhere(
    register: Register, kept_apart: KeptApart, fresh: Set[str] | None, folder: Path, progress: Progress | None
) -> Proposal:
    return canonical.propose(register, kept_apart, fresh=fresh)


def _lexicon() -> dict[str, str]:
    from loaders.names.bodies.lexicon import lexicon

    return {"lexicon": lexicon().versions}


def _policy_and_model() -> dict[str, str]:
    from loaders.names.persons.given import version
    from loaders.resolve.persons import policy, pretrained

    return {"policy": policy().sha256, "model": pretrained().sha256, "given names": version()}


STAGES = (
    Stage(("Area",), _areas),
    Stage(("Unit", "Station"), _bodies, _lexicon),
    Stage(("Person",), _persons, _policy_and_model),
    Stage(("Event",), _events),
    Stage((), _elsewhere),
)
