"""An answer as a page to browse: the answer released, and beside it, in an internal page, each claim in full."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from graph.answer import Answer, Column, NodeValue, RelValue, together
from graph.errors import CaseError
from graph.served import served
from graph.words import claims as in_words
from queries.desk.names import ID, names_of
from queries.desk.protected import protected
from queries.desk.release import Outgoing, check_name, journalled, unchanged
from queries.desk.show import show
from queries.desk.why import reasons_of
from queries.support import denials_named, support, supported
from viz.page import ClaimDetail, Details, write
from viz.release import release
from viz.withheld import lines

if TYPE_CHECKING:
    from pathlib import Path

    from graph.engine import Engine
    from graph.kept.case import Case
    from graph.progress import Progress

AROUND = (Column("begin", "node"), Column("link", "rel"), Column("end", "node"), Column("claims", "claims"))
"""A row reads as a sentence, so it runs the way the link does."""


def page(
    case: Case,
    answer: Answer,
    *,
    profile: str,
    recipient: str | None,
    out: Path,
    replace: bool = False,
    title: str = "",
    progress: Progress | None = None,
) -> Outgoing:
    """Writes the page as this recipient may have it, and journals that it did."""
    with served(case, progress=progress) as (engine, marker):
        unchanged(answer, marker)
        answer, everybody = supported(engine, answer), protected(engine)
        details = _details(case, engine, answer, title) if profile == "internal" else Details()
    check_name(out, profile, everybody)
    released = release(answer, profile, recipient, key=case.pseudonym_key, protected=everybody)
    with case.writing():
        try:
            announce = journalled(case, answer, "page", profile, recipient)
            path = write(released, details, out, replace=replace, announce=announce)
            return Outgoing((path,), tuple(lines(released.withheld)))
        except OSError as error:
            raise CaseError(f"the page could not be written there ({error.strerror}): name another file") from None


def around(case: Case, text: str, *, progress: Progress | None = None) -> Answer:
    """One thing with everything linked to it, or a link with both its ends, as an answer that can be drawn."""
    shown = show(case, text, progress=progress)
    head = shown.thing or shown.around[0].thing
    links = {neighbour.link.id: neighbour.link for neighbour in shown.around}
    rows: list[tuple[object, ...]] = []
    with served(case) as (engine, marker):
        parts: tuple[NodeValue | RelValue, ...] = (head, *links.values())
        denied = [part.id for part in parts if part.properties.get("disputed")]
        evidence = support(engine, [head.id, *links], disputed=denied)
        for neighbour in shown.around if shown.thing else shown.around[1:]:
            ends = (head, neighbour.thing) if neighbour.outward else (neighbour.thing, head)
            rows.append((ends[0], neighbour.link, ends[1], evidence[neighbour.link.id].claims))
        if not rows:
            rows.append((head, None, None, evidence[head.id].claims))
        answer = Answer(
            query="show",
            title="One thing and what is linked to it" if shown.thing else "One link",
            question="What do the sources link to it?" if shown.thing else "What do the sources say of this link?",
            caveat="Shows what sources say, of any time; a link is no proof of knowledge or command.",
            element="",
            query_hash=hashlib.sha256(b"show").hexdigest(),
            parameters={"thing": shown.thing.id} if shown.thing else {"link": shown.link.id if shown.link else text},
            columns=AROUND,
            rows=tuple(rows),
            graph_hash=marker.hashes.graph,
            sequence=marker.sequence,
            support=evidence,
        )
        return denials_named(engine, answer)


def _details(case: Case, engine: Engine, answer: Answer, title: str) -> Details:
    reasons = reasons_of(case, engine, together(answer.support.values()).claims)
    names = names_of(engine, _named(answer) | {reason.origin for reason in reasons})
    claims = {
        reason.id: ClaimDetail(
            property=reason.claim.property,
            about=in_words.about(reason.claim.property),
            value=in_words.value(reason.claim.property, reason.claim.value),
            original=in_words.original(reason.claim.original),
            quote=reason.claim.quote or "",
            note=reason.claim.note or "",
            locator=f"{reason.file_name}, {reason.claim.locator}",
            polarity=reason.claim.polarity,
            basis=in_words.basis(reason.claim.basis),
            graded=reason.claim.graded or "",
            file=reason.file,
            source=str(reason.source.get("name", "")),
            held=bool(reason.source.get("held")),
            origin=reason.origin,
            origin_name=names.get(reason.origin, reason.origin),
        )
        for reason in reasons
    }
    return Details(claims=claims, names=names, title=title)


def _named(answer: Answer) -> set[str]:
    """Ids that the answer names and does not show: in its parameters, in texts of its rows, at the ends of its links."""
    texts = [at for at, column in enumerate(answer.columns) if column.type in ("text", "texts")]
    given = (*answer.parameters.values(), *(row[at] for row in answer.rows for at in texts))
    words = [word for value in given for word in (value if isinstance(value, list | tuple) else [value])]
    _, links = answer.subgraph()
    ends = {end for link in links for end in (link.begin, link.end)}
    return ends | {word for word in words if isinstance(word, str) and ID.fullmatch(word)}
