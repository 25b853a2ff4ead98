"""The example notebook, run from its first cell to its last as its reader runs it.

python -m tests.graph.notebook.executed CASE    writes its answers anew, from the case of the demo
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.cli.program import SECONDS

DOCS = Path(__file__).parents[3] / ".github" / "docs"
EXAMPLE = DOCS / "notebook.ipynb"


def read(path: Path) -> Any:
    return json.loads(path.read_text("utf-8"))


def executed(case: Path, at: Path) -> Any:
    """The notebook with this case's answers, and without the clock and the machine that Jupyter notes beside them."""
    copy = at / EXAMPLE.name
    copy.write_bytes(EXAMPLE.read_bytes())
    own = {name: str(at / name) for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR")}
    done = subprocess.run(
        [sys.executable, "-m", "jupyter", "execute", "--inplace", str(copy)],
        env=os.environ | own | {"LINKAGE_CASE": str(case)},
        cwd=at,
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
    )
    assert done.returncode == 0, done.stderr
    notebook = read(copy)
    notebook["metadata"] = read(EXAMPLE)["metadata"]
    for cell in notebook["cells"]:
        cell["metadata"].pop("execution", None)
    return notebook


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as folder:
        renewed = executed(Path(sys.argv[1]).absolute(), Path(folder))
    EXAMPLE.write_text(json.dumps(renewed, ensure_ascii=False, indent=1) + "\n", "utf-8")
