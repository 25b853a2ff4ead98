"""Linkage ships four packages with plain names, so it must be alone with them in its environment."""

from __future__ import annotations

import importlib.metadata
import importlib.util
import os
import subprocess
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGES = {"graph", "loaders", "queries", "viz"}


def test_the_wheel_holds_the_four_packages_and_nothing_else(tmp_path: Path) -> None:
    uv = os.environ.get("UV", "uv")  # `uv run` says where it is
    env = os.environ | {"TMPDIR": str(tmp_path)}  # it leaves its locks there
    subprocess.run([uv, "build", "--wheel", "--quiet", "--out-dir", tmp_path], cwd=ROOT, env=env, check=True, timeout=600)
    [wheel] = tmp_path.glob("*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert {name.split("/")[0] for name in names if ".dist-info/" not in name} == PACKAGES
    assert {f"{package}/py.typed" for package in PACKAGES} <= set(names)
    shipped = {path.relative_to(ROOT).as_posix() for package in PACKAGES for path in (ROOT / package).rglob("*.py")}
    assert shipped <= set(names)


@pytest.mark.parametrize("package", sorted(PACKAGES))
def test_nobody_else_provides_our_names(package: str) -> None:
    assert set(importlib.metadata.packages_distributions().get(package, ["linkage"])) == {"linkage"}
    found = importlib.util.find_spec(package)
    assert found is not None
    assert found.origin == str(ROOT / package / "__init__.py")


def test_the_project_names_the_same_packages() -> None:
    told = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    assert set(told["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == PACKAGES


def test_the_lock_file_stays_out_of_the_repository() -> None:
    """It names download hosts; `exclude-newer` makes the resolution repeatable instead."""
    assert "uv.lock" in (ROOT / ".gitignore").read_text("utf-8").splitlines()
    assert "exclude-newer" in tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["uv"]
