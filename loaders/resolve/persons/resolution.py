"""From records to a proposal: who is one person by rule, whom a person is asked about, what contradicts itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from graph.collector import collector_still
from loaders.resolve.particulars import conflict, without_fillers
from loaders.resolve.persons.clusters import Cluster, Clusters
from loaders.resolve.persons.columns import persons
from loaders.resolve.persons.database import database
from loaders.resolve.persons.edges import LABEL, Wording
from loaders.resolve.persons.model import pretrained
from loaders.resolve.persons.pairs import Pair, evidence, join, judged
from loaders.resolve.persons.policy import policy
from loaders.resolve.persons.population import prior, settled
from loaders.resolve.persons.records import Records
from loaders.resolve.persons.review import ask
from loaders.resolve.persons.weights import Weigher
from loaders.resolve.proposal import Proposal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from duckdb import DuckDBPyConnection

    from graph.progress import Progress
    from loaders.resolve.particulars import Particulars
    from loaders.resolve.persons.model import Model
    from loaders.resolve.persons.policy import Policy
    from loaders.resolve.persons.records import Records
    from loaders.resolve.persons.weights import Weighs
    from loaders.resolve.proposal import Conflict, KeptApart
    from loaders.resolve.record import PersonRecord


_LEAST: Final = -4.0
"""Bits with the model's prior below which a pair is forgotten: the case's own prior lifts none of them to 0."""
_STEPS: Final = 5


def propose(
    records: Sequence[PersonRecord],
    *,
    kept_apart: KeptApart,
    fresh: AbstractSet[str] | None = None,
    model: Model | None = None,
    weigher: Callable[[DuckDBPyConnection, Model], Weighs] = Weigher,
    told: Mapping[str, Particulars] | None = None,
    names: Path | None = None,
    spill: Path | None = None,
    progress: Progress | None = None,
) -> Proposal:
    """Which things are one person.

    `fresh`: the things that are new or have new mentions; then only pairs with one of them are looked at. `model`: the
    case's own, else the one that comes with Linkage. `weigher`: where pairs are weighed: here, or on Spark (`spark.on`).
    `told`: by thing, what is told of it beside name and birth.
    `names`: a folder inside the case that keeps what names were read to, so that the next time new ones alone are read.
    `spill`: a folder inside the case for what does not fit into memory. `progress`: hears what is being done, and how many
    steps of how many are.
    """
    tell, rules, figures = progress or _silent, policy(), model or pretrained()
    tell("reading names", 0, _STEPS)
    with collector_still():
        known = Records.of(records, names, without_fillers(told or {}, rules.number_most))
    new = None if fresh is None else {number for number, name in enumerate(known.names) if name in fresh}
    clusters = Clusters(lambda thing: Cluster((known.part(thing, rules),)), rules, kept_apart)
    with database(spill) as connection, collector_still():
        tell("weighing pairs", 1, _STEPS)
        persons(connection, known, figures, fresh=new)
        weighs = weigher(connection, figures)
        weighs.weigh(floor=_LEAST - prior(figures.matches, len(known.records)), fresh=new is not None)
        started = _settled(connection, known, figures, new)
        tell("joining by rule", 2, _STEPS)
        pairs = list(judged(connection, rules, started))
        joined = join(pairs, known.things, clusters, rules.margin)
        tell("gathering what to ask", 3, _STEPS)
        numbered = list(_numbered(known, rules, new))
        doubts = ask(
            [*numbered, *pairs], known.things, clusters, rules, kept_apart, {(pair.one, pair.other) for pair in numbered}
        )
        against = list(known.contradictions(rules, new))
        tell("explaining", 4, _STEPS)
        chosen = {(pair.one, pair.other) for pair in (*joined, *(pair for group in doubts for pair in group.pairs))}
        wanted = sorted(chosen | {(one, other) for one, other, _ in against})
        detail = {(pair.one, pair.other): pair for pair in weighs.in_detail(wanted)}
        words = Wording(known, rules, started, detail, clusters)
        proposal = Proposal(
            merges=tuple(words.merge(pair, rules.gates[pair.gate]) for pair in joined if pair.gate is not None),
            groups=tuple(words.group(group, clusters) for group in doubts),
            conflicts=(*(words.conflict(*contradiction) for contradiction in against), *_dead(known, new)),
        )
    tell("explaining", _STEPS, _STEPS)
    return proposal


def _numbered(known: Records, rules: Policy, new: AbstractSet[int] | None) -> Iterator[Pair]:
    """Pairs of things that bear the same number: no rule joins them by it, and a person is asked."""
    for one, other in known.sharing():
        if new is None or not new.isdisjoint((one, other)):
            first, second = sorted((known.records_of[one][0], known.records_of[other][0]))
            yield Pair(first, second, rules.number_bits, None)


def _dead(known: Records, new: AbstractSet[int] | None) -> Iterator[Conflict]:
    """Things in which somebody had died and acted later."""
    for number, name in enumerate(known.names):
        if (new is None or number in new) and (found := conflict(LABEL, name, known.particulars(number))):
            yield found


def _settled(connection: DuckDBPyConnection, known: Records, model: Model, new: AbstractSet[int] | None) -> float:
    """The prior in bits that this case's own pairs come to."""
    compared = sum(1 for thing in known.things if new is None or thing in new)
    matches = settled(evidence(connection), matches=model.matches, compared=compared, records=len(known.records))
    return prior(matches, len(known.records))


def _silent(_step: str, _done: int, _of: int) -> None:
    """Nobody asked."""
