"""Train the model that comes with Linkage, on invented persons, and write it with its hash and a report.

    uv run python -m tests.loaders.resolve.persons.pretrain

To be run again when the comparisons or the reading of names change much: then the report's date and figures change with it.
The benchmark (`tests/bench/resolve`) and CI use other seeds.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from importlib.metadata import version

from loaders.resolve.persons.estimation import PAIRS, train
from loaders.resolve.persons.model import PRETRAINED
from tests.bench.resolve.worlds import world

PERSONS = 6_000
SEED = 60_001


def main() -> None:
    """Train and write."""
    invented = world(PERSONS, SEED)
    model = train(invented.records)
    report = {
        "sha256": model.sha256,
        "trained": datetime.now(UTC).date().isoformat(),
        "on": "persons invented by tests/bench/resolve/worlds.py",
        "seed": SEED,
        "persons": PERSONS,
        "records": len(invented.records),
        "random pairs for u": PAIRS,
        "splink": version("splink"),
        "duckdb": version("duckdb"),
        "m and u": {field: {name: [c.m, c.u] for name, c in levels.items()} for field, levels in model.chances.items()},
        "other records of the same person": model.matches,
    }
    (PRETRAINED / "model.json").write_text(model.text, "utf-8")
    (PRETRAINED / "model.sha256").write_text(f"{model.sha256}\n", "utf-8")
    (PRETRAINED / "training.json").write_text(json.dumps(report, indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()
