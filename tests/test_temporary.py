"""Temporary files of tests: seen wherever a process of ours puts them, and missed when they stay."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests import temporary

KEEPS = "import tempfile; tempfile.mkstemp('.kept')"
TIDY = "import tempfile; tempfile.TemporaryDirectory().cleanup()"


def test_what_is_removed_again_is_no_fault(tmp_path: Path) -> None:
    with temporary.nothing_left(tmp_path):
        assert Path(tempfile.gettempdir()) == tmp_path
        subprocess.run([sys.executable, "-c", TIDY], check=True)


def test_control_what_another_process_leaves_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(temporary, "SECONDS", 0)
    with pytest.raises(AssertionError, match=r"left behind: .+\.kept"), temporary.nothing_left(tmp_path):
        subprocess.run([sys.executable, "-c", KEEPS], check=True)
