"""Whether FollowTheMoney itself takes what an export holds. Run by hand; no test, since the library needs a compiler.

uv run --group bench python -m tests.bench.followthemoney FOLDER      the folder of an export `--as followthemoney`

Every entity is held against its schema, every value against its type, and read and written once more by the library: it must
come back as it was, with what Linkage carries beside it. Ends with 1 where something does not.
"""

from __future__ import annotations

import csv
import importlib
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any


def main(folder: str) -> None:
    """Prints how much was looked at, and what is wrong, most frequent first."""
    model: Any = importlib.import_module("followthemoney").model
    wrong: Counter[str] = Counter()
    lines = (Path(folder) / "entities.ftm.json").read_text("utf-8").splitlines()
    for entity in map(json.loads, lines):
        again = model.get_proxy(entity, cleaned=False).to_dict()
        model.get(entity["schema"]).validate(entity)
        for name, values in entity["properties"].items():
            prop = model.get(entity["schema"]).get(name)
            wrong.update(f"{entity['schema']}.{name}" for value in values if prop is None or not prop.type.validate(value))
        if {name: sorted(values) for name, values in again["properties"].items()} != entity["properties"]:
            wrong[f"{entity['schema']}: other values come back"] += 1
        if again.get("linkage") != entity.get("linkage"):
            wrong["what is carried does not come back"] += 1
    with (Path(folder) / "statements.csv").open(encoding="utf-8", newline="") as file:
        csv.field_size_limit(10**9)
        rows = list(csv.DictReader(file))
    for row in rows:
        prop = model.get(row["schema"]).get(row["prop"])
        if row["prop"] != "id" and (prop is None or not prop.type.validate(row["value"])):
            wrong[f"statement of {row['schema']}.{row['prop']}"] += 1
    print(f"{len(lines):,} entities, {len(rows):,} statements: {sum(wrong.values()):,} wrong")
    for what, count in wrong.most_common():
        print(f"  {count:,} {what}")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main(*sys.argv[1:])
