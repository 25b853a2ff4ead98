"""On a machine without the extra."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def test_without_py2neo_one_line_says_what_to_install() -> None:
    hidden = "import sys; sys.modules['py2neo'] = None; import graph.notebook"
    done = subprocess.run([sys.executable, "-c", hidden], capture_output=True, text=True, cwd=Path(__file__).parents[3])
    assert done.stderr.splitlines()[-1].startswith("ImportError: the notebook bridge needs py2neo; install it with:")
