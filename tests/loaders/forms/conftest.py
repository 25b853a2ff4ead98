"""Forms as they are given out, and as LibreOffice saves them; a case to load them into."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from graph.kept.case import Case
from loaders.forms import kinds
from tests.graph.small_case import new_case
from tests.loaders.forms.filled import empty

SECONDS = 180


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with new_case(tmp_path / "case") as found:
        yield found


@pytest.fixture(scope="session")
def saved_by_office(takes_long: None, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """By kind, each form opened in LibreOffice and saved as a workbook by it."""
    program = shutil.which("soffice")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("in CI this is no reason to skip: no soffice on the path")
        pytest.skip("no soffice on the path")
    folder = tmp_path_factory.mktemp("office")
    forms = [empty(kind, folder) for kind in kinds()]
    home = (folder / "profile").as_uri()
    options = [f"-env:UserInstallation={home}", "--headless", "--convert-to", "xlsx", "--outdir", folder / "saved"]
    subprocess.run([program, *map(str, [*options, *forms])], check=True, capture_output=True, timeout=SECONDS)
    return {kind: folder / "saved" / path.name for kind, path in zip(kinds(), forms, strict=True)}
