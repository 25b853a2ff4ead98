"""A copy of the repository that a newcomer works in: files are put into it, and commands run in it."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
import sysconfig
import venv
from pathlib import Path

from tests.cli.program import SECONDS, environment
from tests.docs.blocks import fences
from tests.docs.republic import PAGES

PAGE = (PAGES / "extending.md").read_text("utf-8")
ROOT = PAGES.parents[1]
NOT_COPIED = shutil.ignore_patterns(".git", ".venv", ".cache", "*_cache", "__pycache__", "uv.lock", "linkage-demo")
PROGRAMS = {
    "python": [],
    "pytest": ["-m", "pytest", "-q", "-n0"],
    "ruff": ["-m", "ruff"],
    "linkage": ["-c", "from queries.cli import main; main()"],
}


class Clone:
    """A copy of the repository, with an environment of its own: this one's libraries, the copy's modules."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        shutil.copytree(ROOT, folder, ignore=NOT_COPIED)
        venv.create(folder / ".venv", symlinks=True)
        (own,) = (folder / ".venv").glob("lib/python*/site-packages")
        # Not only PYTHONPATH: what builds a graph is a child that looks at nothing but its environment.
        (own / "clone.pth").write_text(f"{folder}\n{sysconfig.get_path('purelib')}\n", "utf-8")
        self.python = str(folder / ".venv" / "bin" / "python")

    def put(self, path: str, text: str) -> None:
        assert not (self.folder / path).exists(), f"{path} is there already"
        (self.folder / path).write_text(text, "utf-8")

    def copy(self, path: str, to: str) -> None:
        self.put(to, (self.folder / path).read_text("utf-8"))

    def file_of_page(self, path: str) -> None:
        """A new file, as the page shows it."""
        (text,) = fences(PAGE, f"python {re.escape(path)}")
        self.put(path, text)

    def insert(self, path: str, fence: str, before: str) -> None:
        """What the page shows under this heading, into a file that is there."""
        (text,) = fences(PAGE, fence)
        self.replace(path, before, text + before)

    def type_of_page(self) -> None:
        """The node type and the link type of the page, at the end of their lists."""
        self.insert("graph/schema/places.py", "text in NODES", ")\n\nLINKS: ")
        whole = (self.folder / "graph/schema/places.py").read_text("utf-8")
        (text,) = fences(PAGE, "text in LINKS")
        (self.folder / "graph/schema/places.py").write_text(whole.removesuffix(")\n") + text + ")\n", "utf-8")

    def replace(self, path: str, old: str, new: str) -> None:
        """What stands in the file once."""
        whole = (self.folder / path).read_text("utf-8")
        assert whole.count(old) == 1, old
        (self.folder / path).write_text(whole.replace(old, new), "utf-8")

    def run(self, command: str, case: Path | None = None) -> str:
        """`uv run` is left out: the copy's own Python runs it."""
        name, *words = shlex.split(command.removeprefix("uv run "))
        ran = subprocess.run(
            [self.python, *PROGRAMS[name], *words],
            cwd=self.folder,
            env=environment(case, {"PYTEST_DEBUG_TEMPROOT": str(self.folder.parent)}),
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
        )
        assert ran.returncode == 0, f"{command}\n{ran.stdout}{ran.stderr}"
        return ran.stdout
