"""The one way out: an answer becomes a `Released`, and whatever writes a file, a page or to a server takes only that."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import InitVar, dataclass, field, replace

from graph.answer import Answer, Column, LeftOut, NodeValue, RelValue, Support
from graph.errors import CaseError
from graph.said.carried import Carried
from viz.profile import Profile, profile_of
from viz.protected import Bearers
from viz.pseudonym import Rekeyed
from viz.redaction import Redaction
from viz.withheld import Withheld


class _Seal:
    """Only `release` holds one."""


_SEAL = _Seal()


@dataclass(frozen=True, slots=True, kw_only=True)
class Released:
    """What one recipient may have of an answer, under one profile. Made by `release`, by nothing else.

    `nodes` and `links` are those in the rows, each once. `withheld` counts what was kept back, by reason
    (viz/withheld.py); `left_out` what the question itself left out. `support`: what nodes
    and links rest on, by id. Everything else as in `Answer`.
    """

    seal: InitVar[_Seal]
    query: str
    title: str
    question: str
    caveat: str
    element: str
    query_hash: str
    parameters: Mapping[str, object] = field(hash=False)
    columns: tuple[Column, ...]
    rows: tuple[tuple[object, ...], ...]
    nodes: tuple[NodeValue, ...]
    links: tuple[RelValue, ...]
    graph_hash: str
    sequence: int
    left_out: LeftOut
    support: Mapping[str, Support] = field(hash=False)
    profile: str
    recipient: str | None
    withheld: Withheld = field(hash=False)
    carried: tuple[Carried, ...] = field(default=(), hash=False)
    """Every claim about it, where claims may leave: under `internal` alone."""

    def __post_init__(self, seal: _Seal) -> None:
        if seal is not _SEAL:
            raise TypeError("only viz.release.release makes a Released")

    def rests_on(self, id_: str) -> Support:
        """What a node or link rests on."""
        return self.support.get(id_, Support())


def release(answer: Answer, profile: Profile | str, recipient: str | None, *, key: bytes, protected: Bearers) -> Released:
    """The answer as this recipient may have it. `key` is the case's pseudonym key, which never leaves the case folder;
    `protected` are all protected persons of the case, also those whom the answer does not show.

    Under `internal` everything is as it is. Under any other profile a recipient is compulsory, every id is re-keyed for
    this recipient and profile, protected persons go by pseudonym, a text that names one of them stays, and only what the
    profile names leaves, or was worked out from what it names.
    """
    chosen = profile_of(profile) if isinstance(profile, str) else profile
    to = unicodedata.normalize("NFC", recipient).strip() if recipient else None
    if chosen.open:
        return _as_it_is(answer, chosen, to)
    if not to:
        raise CaseError(f"the profile {chosen.name} needs a recipient: add --for RECIPIENT")
    redaction = Redaction(answer, chosen, Rekeyed(key, chosen.name, to), protected)
    headings = [redaction.heading("column", number, column.name) for number, column in enumerate(answer.columns, 1)]
    cells = [(name, column.type, redaction.measured(column)) for name, column in zip(headings, answer.columns, strict=True)]
    rows = tuple(
        tuple(redaction.cell(name, kind, value, measured=out) for (name, kind, out), value in zip(cells, row, strict=True))
        for row in answer.rows
    )
    given = [(redaction.heading("parameter", at, name), value) for at, (name, value) in enumerate(answer.parameters.items(), 1)]
    parameters = {name: redaction.parameter(name, value) for name, value in given}
    of = {column.name: name for name, column in zip(headings, answer.columns, strict=True)}
    columns = [
        replace(column, name=name, means=redaction.prose(column.means), of=of.get(column.of, ""))
        for name, column in zip(headings, answer.columns, strict=True)
    ]
    return Released(
        seal=_SEAL,
        query=redaction.prose(answer.query),
        title=redaction.prose(answer.title),
        question=redaction.prose(answer.question),
        caveat=redaction.prose(answer.caveat),
        element=redaction.prose(answer.element),
        query_hash=answer.query_hash,
        parameters=parameters,
        columns=tuple(columns),
        rows=rows,
        nodes=redaction.things.nodes,
        links=redaction.things.links,
        graph_hash=answer.graph_hash,
        sequence=answer.sequence,
        left_out=replace(answer.left_out, because=redaction.because(answer.left_out.because)),
        support=redaction.things.support,
        profile=chosen.name,
        recipient=redaction.prose(to),
        withheld=redaction.things.tally.withheld,
    )


def _as_it_is(answer: Answer, profile: Profile, recipient: str | None) -> Released:
    nodes, links = answer.subgraph()
    return Released(
        seal=_SEAL,
        query=answer.query,
        title=answer.title,
        question=answer.question,
        caveat=answer.caveat,
        element=answer.element,
        query_hash=answer.query_hash,
        parameters=answer.parameters,
        columns=answer.columns,
        rows=answer.rows,
        nodes=nodes,
        links=links,
        graph_hash=answer.graph_hash,
        sequence=answer.sequence,
        left_out=answer.left_out,
        support=answer.support,
        profile=profile.name,
        recipient=recipient,
        withheld={},
        carried=answer.carried,
    )
