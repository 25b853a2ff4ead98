"""docker-compose.yml is closed: each thing TRUST promises of it, read from the file itself."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, cast

import pytest

from tests.compose.block_yaml import read

FILE = Path(__file__).parents[2] / "docker-compose.yml"
COMPOSE = cast("dict[str, Any]", read(FILE.read_text("utf-8")))
SERVER = cast("dict[str, Any]", COMPOSE["services"]["neo4j"])
ENVIRONMENT = cast("dict[str, str]", SERVER["environment"])


def settings() -> dict[str, str]:
    """What the image's start script writes into neo4j.conf: `_` is a dot, `__` an underscore."""
    told = {name.removeprefix("NEO4J_"): value for name, value in ENVIRONMENT.items() if name != "NEO4J_AUTH"}
    return {name.replace("_", ".").replace("..", "_"): value for name, value in told.items()}


def test_there_is_one_server_of_a_pinned_community_release() -> None:
    assert list(COMPOSE["services"]) == ["neo4j"]
    assert re.fullmatch(r"neo4j:\d+\.\d+\.\d+-community", SERVER["image"])


def test_it_listens_on_this_machine_only() -> None:
    assert SERVER["ports"] == ["127.0.0.1:7687:7687", "127.0.0.1:7474:7474"]
    assert not {"network_mode", "networks", "expose"} & SERVER.keys()


def test_no_password_is_given_so_one_must_be() -> None:
    assert ENVIRONMENT["NEO4J_AUTH"].startswith("neo4j/${NEO4J_PASSWORD:?")
    assert "env_file" not in SERVER
    assert settings()["dbms.security.auth_enabled"] == "true"


def test_nothing_is_plugged_in() -> None:
    assert not [name for name in ENVIRONMENT if re.search("plugin|apoc|extension|unrestricted", name, re.IGNORECASE)]
    assert SERVER["volumes"] == ["data:/data"]
    assert "data" in COMPOSE["volumes"]


def test_queries_read_no_file_and_no_address() -> None:
    found = settings()
    assert found["dbms.security.allow_csv_import_from_file_urls"] == "false"
    assert found["internal.dbms.cypher_ip_blocklist"] == "0.0.0.0/0,::/0"
    assert found["server.directories.import"].startswith("/")


def test_it_tells_nobody_and_writes_no_query_down() -> None:
    found = settings()
    for name in (
        "dbms.usage_report.enabled",
        "client.allow_telemetry",
        "server.bolt.telemetry.enabled",
        "dbms.logs.http.enabled",
    ):
        assert found[name] == "false", name
    assert found["db.logs.query.enabled"] == "OFF"
    assert SERVER["tmpfs"] == ["/logs:uid=7474,gid=7474,mode=0700"]


def test_it_may_do_no_more_than_it_must() -> None:
    assert SERVER["user"] == "7474:7474"
    assert SERVER["cap_drop"] == ["ALL"]
    assert SERVER["security_opt"] == ["no-new-privileges:true"]
    assert not {"privileged", "cap_add", "devices", "pid", "ipc"} & SERVER.keys()


def test_an_unknown_setting_stops_it() -> None:
    assert settings()["server.config.strict_validation.enabled"] == "true"
    assert all(name.startswith("NEO4J_") for name in ENVIRONMENT)


def test_its_health_is_asked_without_the_password() -> None:
    assert "7687" in SERVER["healthcheck"]["test"][-1]


MISLEADING = [
    "a: [1, 2]",
    "a: &x b",
    "a: yes",
    "a: 1.10",
    "a: |",
    "a:b",
    "? a",
    "a: 'b'",
    'a: "\\x41"',
    "- a: b",
    "a: b\na: c",
    "a: b\n  c: d",
    "\ta: b",
]


@pytest.mark.parametrize("text", MISLEADING)
def test_control_the_reader_refuses_what_it_might_misread(text: str) -> None:
    with pytest.raises(ValueError, match=r"line|twice|fits"):
        read(text)


def test_control_the_reader_reads() -> None:
    text = '# c\na:\n  b: "x # y"  # z\n  c:\n    - d\n    - "1:2"\n  n: 3\ne:\n'
    assert read(text) == {"a": {"b": "x # y", "c": ["d", "1:2"], "n": 3}, "e": None}
