"""What stands in the way of the journal is said as it is: a full disk is no damage, and a damaged file no full disk."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from graph.decided.journal import Journal
from graph.decided.trouble import in_the_way, trouble
from graph.errors import CaseError

ROOT = Path(__file__).parents[3]
OPENS = """
import sys
from pathlib import Path
from graph.decided.journal import Journal
from graph.errors import CaseError
try:
    Journal(Path(sys.argv[1]))
except CaseError as error:
    sys.exit(str(error))
"""


def error(name: str) -> sqlite3.Error:
    raised = sqlite3.OperationalError("words that quote a path")
    raised.sqlite_errorname = name
    return raised


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("SQLITE_FULL", "make room"),
        ("SQLITE_IOERR_SHMSIZE", "make room"),
        ("SQLITE_IOERR_WRITE", "make room"),
        ("SQLITE_IOERR_READ", "look at the disk"),
        ("SQLITE_CANTOPEN", "permissions"),
        ("SQLITE_READONLY_DIRECTORY", "permissions"),
        ("SQLITE_BUSY_SNAPSHOT", "held by another program"),
    ],
)
def test_what_is_not_the_files_fault_is_not_put_down_to_it(name: str, words: str) -> None:
    said = trouble(error(name), "journal.db")

    assert words in said and "backup" not in said and "\n" not in said and "quote" not in said


@pytest.mark.parametrize("name", ["SQLITE_CORRUPT", "SQLITE_NOTADB", "SQLITE_ERROR"])
def test_a_damaged_file_is_one(name: str) -> None:
    assert in_the_way(error(name), "journal.db") is None
    assert "restore the case from a backup" in trouble(error(name), "journal.db")


@pytest.mark.trust("a full disk loses nothing and is called full")
@pytest.mark.skipif(os.name == "nt", reason="files there have no such bound")
def test_a_journal_for_which_there_is_no_room_is_not_called_damaged(tmp_path: Path) -> None:
    import resource

    (tmp_path / "journal.db").touch()
    Journal.create(tmp_path / "journal.db").close()

    def little() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (8192, 8192))  # the index beside the journal takes 32 KiB

    ran = subprocess.run(
        [sys.executable, "-c", OPENS, str(tmp_path / "journal.db")],
        cwd=ROOT,
        preexec_fn=little,
        capture_output=True,
        text=True,
    )

    assert ran.returncode == 1 and "there is no room left for journal.db" in ran.stderr and "backup" not in ran.stderr
    Journal(tmp_path / "journal.db").close()


def test_a_journal_that_is_no_database_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "journal.db").write_bytes(b"not a database at all" * 100)

    with pytest.raises(CaseError, match="restore the case from a backup"):
        Journal(tmp_path / "journal.db")
