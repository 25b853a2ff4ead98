"""A person, taken out of the case for good: claims, mentions, decisions, originals; a tombstone without a name stays."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from graph.erasure.files import derived, left, look
from graph.erasure.gone import NAMING, Removal, check_reason, mentions_of, removal, replaced
from graph.erasure.spellings import Spellings
from graph.errors import CaseError, LinkageError, QueryError, UnfinishedError
from graph.kept.unfinished import finish, note
from graph.said.identifier import number_of
from graph.served import served
from loaders.names.bearers import Bearers, Person
from loaders.names.lookup import folded
from queries.desk.judge import mentions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from graph.kept.case import Case
    from graph.progress import Progress


@dataclass(slots=True)
class Plan:
    """What would go, and what would not. Originals by SHA-256, with the name under which each was loaded, where one is known.

    `blind`: originals that nobody can look into but a person. `derived`: files made from the journal.
    """

    removal: Removal
    spellings: Spellings
    originals: dict[str, str] = field(default_factory=dict)
    kept: dict[str, str] = field(default_factory=dict)
    blind: dict[str, str] = field(default_factory=dict)
    derived: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Erased:
    """What went. `entry`: the tombstone. `still`: files of the case that name them yet, from the case folder on."""

    entry: int
    plan: Plan
    still: tuple[str, ...]


def erase(
    case: Case,
    person: str,
    *,
    reason: str,
    also: Iterable[str] = (),
    keep: Sequence[str] = (),
    because: str | None = None,
    agreed: Callable[[Plan], bool],
    progress: Progress | None = None,
) -> Erased | None:
    """Erases whoever this name or id means. `agreed` sees what would go first; None where it says no, and nothing was done.

    QueryError where it is no person, or a file to keep is none that names them. UnfinishedError where the journal stands and
    something else could not be done.
    """
    mention = _meant(case, person, progress)
    spellings = _spellings(case, mention, also)
    check_reason(spellings, reason)
    if keep:
        check_reason(spellings, because or "")
    plan = _plan(case, mention, spellings, keep)
    if not agreed(plan):
        return None
    head = case.journal.head
    with case.writing():
        if case.journal.head != head:
            raise CaseError("somebody wrote to the case meanwhile, and nothing was erased: try again")
        entry = _carried_out(case, plan, reason, because)
    try:
        with served(case, progress=progress):
            pass
    except LinkageError as error:
        raise UnfinishedError(f"entry {entry} stands, and what it names is gone; the graph is not there yet ({error})") from None
    still = tuple(path.relative_to(case.folder).as_posix() for path in left(case.folder, spellings))
    return Erased(entry, plan, still)


def _meant(case: Case, person: str, progress: Progress | None) -> str:
    """The person's mention; of who stands in older versions of files alone, too."""
    try:
        (mention,) = mentions(case, [person], progress=progress)
    except QueryError:
        older = [
            id_ for id_, names in replaced(case.journal, case.state) if person == id_ or folded(person) in map(folded, names)
        ]
        if not older:
            raise
        return min(older)
    if case.state.mentions[mention].what != "Person":
        raise QueryError("this is no person: only people are erased")
    return mention


def _carried_out(case: Case, plan: Plan, reason: str, because: str | None) -> int:
    """The case is held."""
    took = plan.removal
    body = {
        "reason": reason,
        "mentions": dict(sorted(took.mentions.items())),
        "claims": took.claims,
        "decisions": took.entries,
        "changed": took.changed,
        "originals": sorted(plan.originals),
        "kept": [{"file": sha256, "because": because} for sha256 in sorted(plan.kept)],
    }
    gone = [case.originals.path(sha256) for sha256 in plan.originals]
    note(case.folder, case.journal.head[0] + 1, [*gone, *plan.derived])
    with case.journal.appending() as journal:
        entry = journal.erase(body, took.rows, case.who).sequence
    finish(case.folder, case.journal)
    return entry


def _spellings(case: Case, mention: str, also: Iterable[str]) -> Spellings:
    own = mentions_of(case.journal, case.state, mention)
    claims = [claim for _, _, claim in case.journal.claims_about(sorted(own)) if claim.property in NAMING]
    names = {str(claim.value) for claim in claims} | {claim.original for claim in claims if not claim.original.startswith("{")}
    names |= {alias for one in own for alias in case.state.aliases.get(one, ())} | set(also)
    names |= {
        str(choices[name].value)
        for one in own
        for choices in [case.state.values.get(one, {})]
        for name in choices
        if name in NAMING
    }
    held = (one for load in case.state.loads for one in case.journal.mentions(load) if one.id in own)
    bearers = Bearers([Person(tuple(sorted(names)), protected=True)])
    keys = [one.key for one in held if one.key is not None]
    numbers = (claim for _, _, claim in case.journal.claims_about(sorted(own)) if claim.property == "identifiers")
    keys += [number_of(str(claim.value)) for claim in numbers]
    return Spellings(names, keys, whole=bearers.whole, hinted=bearers.names)


def _plan(case: Case, mention: str, spellings: Spellings, keep: Sequence[str]) -> Plan:
    plan = Plan(removal(case.journal, case.state, mention, spellings), spellings)
    spellings.ids = frozenset(row.id for row in plan.removal.rows if row.left is None and row.id)
    names = _names_of_originals(case)
    theirs = {str(case.state.loads[load]["file"]) for load in plan.removal.loads} | _attached(case, plan.removal)
    chosen = {_chosen(one, names) for one in keep}
    for sha256 in case.originals.all():
        looked = look(case.originals.path(sha256), spellings)
        if sha256 in theirs or looked.names:
            (plan.kept if sha256 in chosen else plan.originals)[sha256] = names.get(sha256, "")
        elif looked.blind:
            plan.blind[sha256] = names.get(sha256, "")
    if unused := chosen - plan.kept.keys():
        raise QueryError(f"--keep: {names.get(min(unused), min(unused)[:12])} does not name them, and stays anyway")
    plan.derived = tuple(derived(case.folder, spellings, plan.removal.loads))
    return plan


def _names_of_originals(case: Case) -> dict[str, str]:
    """Of files that were loaded or attached, by SHA-256."""
    names = {str(body["file"]): str(body["file_name"]) for body in case.state.loads.values()}
    attached = (held.claim for held in case.state.claims if held.claim.property == "sha256" and held.claim.locator != "the file")
    return {**{str(claim.value): claim.original for claim in attached}, **names}


def _attached(case: Case, removal: Removal) -> set[str]:
    """Files attached to what goes, or to a source that a link of theirs tied to them."""
    gone = {row.id for row in removal.rows if row.part == "mention" and row.left is None}
    about = case.journal.claims_about(sorted(removal.tied | gone))
    return {str(claim.value) for _, _, claim in about if claim.property == "sha256"}


def _chosen(text: str, names: dict[str, str]) -> str:
    """The original that is meant, by its name or the beginning of its SHA-256."""
    fitting = [sha256 for sha256, name in names.items() if name == text or (len(text) >= 4 and sha256.startswith(text.lower()))]
    if len(fitting) != 1:
        why = "several files of the case have this name" if fitting else "no file of the case has this name"
        raise QueryError(f"--keep: {why}; give the beginning of its SHA-256 (`linkage rejects` and `why` show it)")
    return fitting[0]
