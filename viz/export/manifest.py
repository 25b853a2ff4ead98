"""The list of an export's files with their hashes, and of what they answer. No clock: made twice, it is the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date

from graph.words.cells import HALF_OPEN
from viz.export.flat import encodable
from viz.export.table import half_open
from viz.release import Released

NAME = "manifest.json"
FORMAT = "linkage-export-1"


def manifest(released: Released, files: Mapping[str, bytes]) -> bytes:
    """The manifest of these files, as UTF-8 JSON."""
    described = {
        "format": FORMAT,
        "query": released.query,
        "title": released.title,
        "question": released.question,
        "element": released.element,
        "parameters": dict(released.parameters),
        "query_hash": released.query_hash,
        "graph_hash": released.graph_hash,
        "sequence": released.sequence,
        "profile": released.profile,
        "recipient": released.recipient,
        "caveat": released.caveat,
        "columns": {column.name: column.means for column in released.columns if column.means},
        "half_open": {"columns": list(half_open(released)), "means": HALF_OPEN},
        "counts": {"rows": len(released.rows), "nodes": len(released.nodes), "links": len(released.links)},
        "left_out": released.left_out.as_data,
        "withheld": {reason: dict(counted) for reason, counted in released.withheld.items()},
        "files": {name: hashlib.sha256(content).hexdigest() for name, content in files.items()},
    }
    return encodable(json.dumps(described, ensure_ascii=False, indent=2, sort_keys=True, default=_iso) + "\n").encode()


def _iso(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")
