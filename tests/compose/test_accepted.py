"""The settings of docker-compose.yml, held against a real Neo4j of the same release, as strict as the server itself."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.compose.test_compose import SERVER, settings
from tests.neo4j import server

pytestmark = pytest.mark.neo4j

PROGRAM = Path(__file__).parent / "Refusals.java"
HERE = {
    "server.bolt.enabled": "false",
    "server.http.enabled": "false",
    "server.memory.heap.initial_size": "256M",
    "server.memory.heap.max_size": "512M",
    "server.memory.pagecache.size": "64M",
    "db.tx_log.preallocate": "false",
}
"""What differs for a server that only answers these tests: no port, less memory, no 256 MB of disk for each empty log."""


@pytest.fixture(scope="module")
def release() -> server.Release:
    """The release that the image brings, as libraries."""
    found = server.Release(SERVER["image"].removeprefix("neo4j:").removesuffix("-community"))
    try:
        server.jars(found)
        found.java  # noqa: B018  # raises where there is none
    except server.Unavailable as reason:
        if os.environ.get("CI") == "true":
            pytest.fail(f"in CI this is no reason to skip: {reason}")
        pytest.skip(str(reason))
    return found


def run(release: server.Release, folder: Path, told: dict[str, str], *queries: str) -> list[str]:
    conf = folder / "neo4j.conf"
    conf.write_text("".join(f"{name}={value}\n" for name, value in told.items()), "utf-8")
    opened = [f"--add-opens=java.base/{name}=ALL-UNNAMED" for name in server.OPENED]
    home = [str(folder / "home")] if queries else []
    command = [release.java, "-Xmx512m", *server.apart(folder), *opened, "-cp", f"{server.jars(release)}/*"]
    command += [str(PROGRAM), str(conf), *home, *queries]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=600)
    return [line for line in done.stdout.splitlines() if line.startswith(("accepted", "refused", "answered", "failed"))]


def test_a_strict_server_accepts_every_setting(release: server.Release, tmp_path: Path) -> None:
    assert run(release, tmp_path, settings()) == ["accepted"]


def test_control_it_refuses_a_misspelt_one(release: server.Release, tmp_path: Path) -> None:
    [outcome] = run(release, tmp_path, settings() | {"dbms.usage_reports.enabled": "false"})
    assert outcome.startswith("refused: Unrecognized setting")


def test_no_query_reads_a_file_or_an_address(release: server.Release, tmp_path: Path) -> None:
    secret = tmp_path / "home" / "import" / "secret.csv"
    secret.parent.mkdir(parents=True)
    secret.write_text("secret\n")
    told = settings() | HERE | {"server.directories.import": str(secret.parent)}
    sources = ("file:///secret.csv", "http://127.0.0.1:9/x", "ftp://127.0.0.1:9/x")
    accepted, *outcomes = run(release, tmp_path, told, *(f"LOAD CSV FROM '{source}' AS line RETURN line" for source in sources))
    assert accepted == "accepted"
    assert [("allow_csv_import" in outcome, "cypher_ip_blocklist" in outcome) for outcome in outcomes] == [
        (True, False),
        (False, True),
        (False, True),
    ]
    assert all(outcome.startswith("failed: Cannot load") for outcome in outcomes)


def test_control_as_it_comes_a_server_reads_the_file(release: server.Release, tmp_path: Path) -> None:
    secret = tmp_path / "home" / "import" / "secret.csv"
    secret.parent.mkdir(parents=True)
    secret.write_text("secret\n")
    query = "LOAD CSV FROM 'file:///secret.csv' AS line RETURN line"
    accepted, outcome = run(release, tmp_path, HERE | {"server.directories.import": str(secret.parent)}, query)
    assert accepted == "accepted"
    assert outcome.startswith("answered:")
    assert "secret" in outcome
