"""The one way out: an answer is released under a profile, written, and the journal says what left and for whom."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from graph.engine.opening import EMBEDDED, open_engine
from graph.entry import Kind
from graph.errors import CaseError
from graph.project import project
from graph.state import replay
from viz.export import formats, write
from viz.release import release

if TYPE_CHECKING:
    from pathlib import Path

    from graph.answer import Answer
    from graph.case import Case
    from graph.engine import Marker, Progress


def kinds() -> dict[str, str]:
    """Every format, with what it is for."""
    return {name: format_.MEANS for name, format_ in formats().items()}


def export(
    case: Case, answer: Answer, *, profile: str, recipient: str | None, chosen: list[str], out: Path, replace: bool = False
) -> tuple[Path, ...]:
    """Writes the answer as this recipient may have it, and journals that it did."""
    released = release(answer, profile, recipient, key=case.pseudonym_key)
    with case.writing():
        try:
            written = write(released, chosen, out, replace=replace)
        except OSError as error:
            raise CaseError(f"the export could not be written into this folder ({error.strerror}): name another one") from None
        manifest = next(path for path in written if path.name == "manifest.json")
        body = {
            "what": f"export {answer.query}",
            "profile": profile,
            "recipient": recipient,
            "manifest": hashlib.sha256(manifest.read_bytes()).hexdigest(),
            "graph": answer.graph_hash,
        }
        case.journal.append(Kind.RELEASE, body, case.who)
    return written


def publish(case: Case, address: str, *, profile: str, progress: Progress | None = None) -> Marker:
    """Projects the whole case into a Neo4j server of the house. Nobody protected is hidden in it: `internal` only."""
    if profile != "internal":
        raise CaseError("a whole case is published inside the house only: --profile internal; export answers to others")
    if address == EMBEDDED:
        raise CaseError("publish writes to a server: name its address, such as bolt://host:7687")
    with case.writing():
        state = replay(case.journal)
        with open_engine(address, case.graph_folder) as engine:
            marker = engine.publish(project(state), progress=progress)
        body = {"what": "publish", "profile": profile, "recipient": None, "manifest": marker.hashes.graph}
        case.journal.append(Kind.RELEASE, body, case.who)
    return marker
