"""The page on how Linkage is built: its table of rooms is what each package says of itself.

uv run python -m tests.docs.architecture     writes `.github/docs/architecture.md` anew
"""

from __future__ import annotations

import ast
from pathlib import Path

from tests.docs.blocks import renewed
from tests.docs.republic import PAGES

PAGE = PAGES / "architecture.md"
ROOT = PAGES.parents[1]
PACKAGES = ("graph", "loaders", "queries", "viz")


def rooms(page: str, given: list[str]) -> str:
    """Every package, every package in it, and the folders of saved queries."""
    rows = ["| room | what is in it |", "|---|---|"]
    for package in PACKAGES:
        rows.append(f"| **`{package}/`** | {_says(ROOT / package)} |")
        for folder in sorted(path for path in (ROOT / package).iterdir() if path.is_dir()):
            if (folder / "__init__.py").is_file():
                rows.append(f"| `{package}/{folder.name}/` | {_says(folder)} |")
            elif any(folder.glob("*.cypher")):
                rows.append(f"| `{package}/{folder.name}/` | saved queries of one topic |")
    return "\n".join(rows)


def _says(package: Path) -> str:
    """The first sentence of a package's docstring."""
    said = ast.get_docstring(ast.parse((package / "__init__.py").read_text("utf-8"))) or ""
    return said.split("\n\n")[0].replace("\n", " ")


MAKERS = {"rooms": rooms}

if __name__ == "__main__":
    PAGE.write_text(renewed(PAGE.read_text("utf-8"), MAKERS), "utf-8")
