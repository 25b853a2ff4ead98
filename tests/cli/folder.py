"""Whether a case folder is as it was."""

from __future__ import annotations

import hashlib
from pathlib import Path

FLEETING = ("case.lock", "server.json", "server.lock", "publish.lock")
"""What says who is at work now, not what is held."""
ENGINES_OWN = ("config", "log", "backups")


def contents(case: Path) -> dict[str, str]:
    """SHA-256 of every file of a case by its path, without what comes and goes with the graph server."""
    found: dict[str, str] = {}
    for path in sorted(case.rglob("*")):
        inner = path.relative_to(case)
        passing = inner.name in FLEETING or (inner.parts[0] == "graph" and inner.parts[1:2] and inner.parts[1] in ENGINES_OWN)
        if path.is_file() and not passing:
            found[str(inner)] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found
