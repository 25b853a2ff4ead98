"""Any two records in words and bits, whether or not anything is proposed of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from loaders.resolve.persons.clusters import DISTINCT, split_keys
from loaders.resolve.persons.columns import persons
from loaders.resolve.persons.database import database
from loaders.resolve.persons.edges import REVIEW, edge, why_asked
from loaders.resolve.persons.model import pretrained
from loaders.resolve.persons.name_keys import name_keys
from loaders.resolve.persons.policy import policy
from loaders.resolve.persons.population import Rarity, prior
from loaders.resolve.persons.records import Records
from loaders.resolve.persons.weights import Weigher

if TYPE_CHECKING:
    from loaders.resolve.persons.model import Model
    from loaders.resolve.persons.weights import Weighed
    from loaders.resolve.proposal import Edge
    from loaders.resolve.record import PersonRecord

DESCRIBED: Final = "described"
"""What keeps a masked man from being joined to anybody by a rule."""


def explain(one: PersonRecord, other: PersonRecord, model: Model | None = None, population: Rarity | None = None) -> Edge:
    """Why two records should be one person, or cannot be.

    The rule is the one that forbids, else the one that joins, else `review`. Without a population values are as rare as in
    the model's. A rule that joins may still be held back in a proposal, where somebody else fits as well.
    """
    figures, held = model or pretrained(), population or Rarity()
    known = Records((one, other), name_keys((one.name, other.name)), (0, 1), ("one", "other"))
    started = prior(figures.matches, max(held.records, 2))
    with database() as connection:
        persons(connection, known, figures, held)
        (weighed,) = Weigher(connection, figures).in_detail([(0, 1)])
    rule, says = _decided(known, weighed, started)
    return edge(weighed, (one.mention, other.mention), prior=started, rule=rule, says=says)


def _decided(known: Records, weighed: Weighed, started: float) -> tuple[str, str]:
    rules = policy()
    if forbids := rules.forbids(weighed.levels):
        return forbids.name, forbids.says
    if any(record.described for record in known.records):
        return DESCRIBED, "one of them is described, not named: only a person may join them"
    if split_keys(known.part(0, rules), known.part(1, rules)):
        return DISTINCT, "their compiler gave them different keys"
    names = weighed.bits["surname"] + weighed.bits["given"]
    if gate := rules.gate(weighed.levels, sum(weighed.bits.values()) + started, names):
        return gate.name, gate.says
    return REVIEW, why_asked(weighed.levels)
